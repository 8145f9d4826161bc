package dev.tiptoe.report;

import java.io.IOException;
import java.io.Writer;

/** What the writers of JSON and XML write to; whoever opened the output closes it. */
final class AppendableWriter extends Writer {

  private final Appendable out;

  AppendableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    out.append(new String(buffer, offset, length));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
