package dev.tiptoe.cli;

import dev.tiptoe.cli.Surroundings.Stream;
import dev.tiptoe.report.Display;
import dev.tiptoe.report.Palette;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What whoever looks at a stream can see there, as the variables of the environment tell. */
record Terminal(Stream stream, Surroundings surroundings) {

  private static final int NARROWEST = 80;
  private static final int WIDEST = 120;

  /** The first of these that is set decides; that is POSIX. */
  private static final List<String> LOCALE = List.of("LC_ALL", "LC_CTYPE", "LANG");

  /** Values of TERM_PROGRAM. */
  private static final Set<String> WITH_LINKS =
      Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio");

  /** 0.50 of GNOME's terminal and its kin; those before could crash over links. */
  private static final int VTE_WITH_LINKS = 5000;

  /** Whether colours are wanted. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  boolean isThere() {
    return surroundings.terminals().contains(stream);
  }

  /** Whether something may move here. */
  boolean isAnimated() {
    return isThere() && !is("TERM", "dumb") && !isBuild();
  }

  Display display(Color color) {
    return new Display(palette(color), width(), hasLinks() ? RulePages::address : rule -> "");
  }

  /** In cells. */
  int width() {
    int columns = number("COLUMNS");
    return isThere() && columns > 0
        ? Math.max(NARROWEST, Math.min(WIDEST, columns))
        : Display.WIDTH;
  }

  /** Whether characters beyond ASCII can be read here, as UTF-8. */
  boolean isUnicode() {
    for (String name : LOCALE) {
      String locale = variable(name);
      if (!locale.isEmpty()) {
        // de_DE.UTF-8@euro
        String charset = locale.substring(locale.indexOf('.') + 1).replace("-", "");
        return charset.regionMatches(true, 0, "utf8", 0, 4)
            && (charset.length() == 4 || charset.charAt(4) == '@');
      }
    }
    // Nobody said anything. What is no terminal is a log, where a name that is lost stays lost and
    // whose readers know UTF-8; a terminal is what POSIX calls it, and Windows has no such
    // variable.
    return !isThere() || is("OS", "Windows_NT");
  }

  private Palette palette(Color color) {
    boolean colored =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              isOn("FORCE_COLOR")
                  || isOn("CLICOLOR_FORCE")
                  || (variable("NO_COLOR").isEmpty() && !is("TERM", "dumb") && isThere());
        };
    return colored ? Palette.COLORED : Palette.PLAIN;
  }

  private boolean hasLinks() {
    if (!variable("FORCE_HYPERLINK").isEmpty()) {
      return isOn("FORCE_HYPERLINK");
    }
    return isAnimated()
        && (WITH_LINKS.contains(variable("TERM_PROGRAM"))
            || is("TERM", "xterm-kitty")
            || is("TERM", "xterm-ghostty")
            || is("TERM", "alacritty")
            || !variable("WT_SESSION").isEmpty()
            || !variable("KONSOLE_VERSION").isEmpty()
            || number("VTE_VERSION") >= VTE_WITH_LINKS);
  }

  private boolean isBuild() {
    return isOn("CI") && !variable("CI").toLowerCase(Locale.ROOT).equals("false");
  }

  private boolean is(String name, String value) {
    return variable(name).equals(value);
  }

  private boolean isOn(String name) {
    return !variable(name).isEmpty() && !is(name, "0");
  }

  /** The number that a variable holds; 0 if it holds none. */
  private int number(String name) {
    String value = variable(name);
    boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
    return value.isEmpty() || value.length() > 8 || !digits ? 0 : Integer.parseInt(value);
  }

  private String variable(String name) {
    return surroundings.variable(name);
  }
}
