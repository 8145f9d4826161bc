package dev.tiptoe.doctor;

/** Commands for a POSIX shell. */
final class Shell {

  private Shell() {}

  /** A word, quoted if the shell would read anything into it. */
  static String word(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "_-./:@%+,=".indexOf(c) >= 0);
    return plain ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
