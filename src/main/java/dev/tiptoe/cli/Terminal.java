package dev.tiptoe.cli;

import dev.tiptoe.report.Palette;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a person looks at the output, and whether they want colours. */
final class Terminal {

  private Terminal() {}

  /** Whether standard output is a terminal. */
  static boolean isOutput() {
    // Asking the console starts a line editor on newer Java versions; Linux knows for less.
    Path output = Path.of("/proc/self/fd/1");
    if (Files.isSymbolicLink(output)) {
      try {
        String device = Files.readSymbolicLink(output).toString();
        return device.startsWith("/dev/pts/")
            || device.startsWith("/dev/tty")
            || device.equals("/dev/console");
      } catch (IOException e) {
        return false;
      }
    }
    return isTerminal(System.console());
  }

  /** Since Java 22 there is a console even where there is no terminal. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }

  /** Colours as asked for on the command line, else by the environment. */
  static Palette palette(String asked, Surroundings surroundings) {
    boolean colored =
        switch (asked) {
          case "always" -> true;
          case "never" -> false;
          default -> wants(surroundings);
        };
    return colored ? Palette.COLORED : Palette.PLAIN;
  }

  private static boolean wants(Surroundings surroundings) {
    if (isOn(surroundings.variable("FORCE_COLOR"))
        || isOn(surroundings.variable("CLICOLOR_FORCE"))) {
      return true;
    }
    return surroundings.variable("NO_COLOR").isEmpty()
        && !surroundings.variable("TERM").equals("dumb")
        && surroundings.terminal();
  }

  private static boolean isOn(String value) {
    return !value.isEmpty() && !value.equals("0");
  }
}
