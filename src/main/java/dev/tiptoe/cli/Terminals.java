package dev.tiptoe.cli;

import dev.tiptoe.cli.Surroundings.Stream;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which streams a person looks at. */
final class Terminals {

  /** Where launchers leave the names of these streams: they can tell everywhere, Java cannot. */
  private static final String TOLD = "tiptoe.terminal";

  private Terminals() {}

  static Set<Stream> find() {
    return Optional.ofNullable(System.getProperty(TOLD))
        .map(Terminals::named)
        .orElseGet(Terminals::asked);
  }

  /** Those named in a text like {@code out,err}. */
  static Set<Stream> named(String text) {
    Set<Stream> named = EnumSet.noneOf(Stream.class);
    List<String> names = List.of(text.split(",", -1));
    for (Stream stream : Stream.values()) {
      if (names.contains(stream.name().toLowerCase(Locale.ROOT))) {
        named.add(stream);
      }
    }
    return named;
  }

  private static Set<Stream> asked() {
    Set<Stream> found = EnumSet.noneOf(Stream.class);
    // Asking the console starts a line editor on newer Java versions; Linux knows for less.
    if (isTerminal("/proc/self/fd/1").orElseGet(() -> isTerminal(System.console()))) {
      found.add(Stream.OUT);
    }
    // The console knows nothing of standard error, and there is less to lose without a terminal.
    if (isTerminal("/proc/self/fd/2").orElse(false)) {
      found.add(Stream.ERR);
    }
    return found;
  }

  /** Empty where the system does not show what a stream leads to. */
  private static Optional<Boolean> isTerminal(String descriptor) {
    Path link = Path.of(descriptor);
    if (!Files.isSymbolicLink(link)) {
      return Optional.empty();
    }
    try {
      String device = Files.readSymbolicLink(link).toString();
      return Optional.of(
          device.startsWith("/dev/pts/")
              || device.startsWith("/dev/tty")
              || device.equals("/dev/console"));
    } catch (IOException e) {
      return Optional.of(false);
    }
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
}
