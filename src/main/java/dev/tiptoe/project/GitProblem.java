package dev.tiptoe.project;

import java.util.Locale;

/** Why git gave no answer, in words for the person who asked. */
public final class GitProblem extends Exception {

  private static final long serialVersionUID = 1L;

  /** What a caller may want to tell apart; the reason says it in full. */
  public enum Kind {
    NOT_INSTALLED,
    /** The path lies in no repository. */
    NOT_A_REPOSITORY,
    /** A bare repository, or the inside of {@code .git}: there are no files to compare. */
    NO_WORK_TREE,
    /** The repository belongs to somebody else, and git refuses to read it. */
    NOT_TRUSTED,
    UNKNOWN_COMMIT,
    /** Two histories that do not meet, perhaps because the clone is shallow. */
    NO_COMMON_COMMIT,
    /** A merge is unfinished. */
    CONFLICT,
    /** Anything else, in git's own words. */
    FAILED
  }

  private final Kind kind;

  GitProblem(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The words to show. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** What a failed {@code command} wrote to its standard error, which must be in English. */
  static GitProblem of(String command, String error) {
    String lower = error.toLowerCase(Locale.ROOT);
    if (lower.contains("not a git repository (or any")) {
      return new GitProblem(Kind.NOT_A_REPOSITORY, "this is not in a git repository");
    }
    if (lower.contains("safe.directory")) {
      return notTrusted(error);
    }
    String words = error.isBlank() ? "it gave no reason" : firstLine(error);
    return new GitProblem(Kind.FAILED, "git " + command + " failed: " + words);
  }

  static GitProblem noWorkTree() {
    return new GitProblem(
        Kind.NO_WORK_TREE,
        "this is a bare repository or the inside of .git; run Tiptoe where the files are checked out");
  }

  /** Git names the folder in the form in which its setting wants it. */
  private static GitProblem notTrusted(String error) {
    String cure = "git config --global --add safe.directory";
    int start = error.indexOf(cure);
    return new GitProblem(
        Kind.NOT_TRUSTED,
        "the repository belongs to another user, so git does not read it; if you trust it, run: "
            + (start < 0 ? cure + " <its folder>" : firstLine(error.substring(start))));
  }

  private static String firstLine(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.startsWith("fatal: ") ? line.substring("fatal: ".length()) : line;
  }
}
