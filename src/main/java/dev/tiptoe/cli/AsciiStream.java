package dev.tiptoe.cli;

import dev.tiptoe.report.Cells;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text for a terminal of which nobody knows what it shows beyond ASCII. */
final class AsciiStream extends PrintStream {

  AsciiStream(PrintStream to) {
    super(to, false, StandardCharsets.US_ASCII);
  }

  @Override
  public void print(@Nullable String text) {
    super.print(text == null ? null : Cells.ascii(text));
  }
}
