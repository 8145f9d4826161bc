package dev.tiptoe.cli;

import dev.tiptoe.cli.Surroundings.Stream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long run has come, in one line on standard error that goes again before anything else
 * is printed. It moves when a file is done, so that it needs no thread.
 */
final class Progress {

  /** In nanoseconds: what takes less needs no explanation. */
  private static final long PATIENCE = 500_000_000;

  private static final long INTERVAL = 100_000_000;

  private final PrintStream terminal;
  private final LongSupplier clock;
  private final long start;
  private long next;
  private int done;
  private int total;
  private String shown = "";

  /**
   * @param clock in nanoseconds; one that stands still never shows anything
   */
  Progress(PrintStream terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.next = start + PATIENCE;
  }

  static Progress of(Surroundings surroundings) {
    return surroundings.terminal(Stream.ERR).isAnimated()
        ? new Progress(surroundings.err(), System::nanoTime)
        : none();
  }

  /** That of a run that nobody waits for. */
  static Progress none() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), () -> 0);
  }

  void expect(int files) {
    total = files;
  }

  /** One file more is done. */
  void step() {
    done++;
    long now = clock.getAsLong();
    if (now - next >= 0 && total > 0) {
      next = now + INTERVAL;
      show(String.format(Locale.ROOT, "tiptoe: %,d of %,d files", done, total));
    }
  }

  /** Takes the line away. */
  void clear() {
    if (!shown.isEmpty()) {
      terminal.print("\r" + " ".repeat(shown.length()) + "\r");
      terminal.flush();
      shown = "";
      // What was printed instead pushes it down and not aside.
      next = start + PATIENCE;
    }
  }

  /** A stream to the same place that takes the line away before it writes. */
  PrintStream before(PrintStream stream) {
    OutputStream clearing =
        new FilterOutputStream(stream) {
          @Override
          public void write(int b) throws IOException {
            clear();
            out.write(b);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            clear();
            out.write(bytes, offset, length);
          }
        };
    return new PrintStream(clearing, false, StandardCharsets.UTF_8);
  }

  private void show(String line) {
    terminal.print("\r" + line);
    terminal.flush();
    shown = line;
  }
}
