package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.report.Palette.Style;
import java.io.IOException;

/** One line a finding, as editors and grep like it. */
final class ConciseReport implements Report {

  private final Appendable out;
  private final Display display;

  ConciseReport(Appendable out, Display display) {
    this.out = out;
    this.display = display;
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    for (Finding finding : checked.result().findings()) {
      int offset = finding.span().start();
      String place =
          finding.file().path()
              + ":"
              + finding.file().line(offset)
              + ":"
              + Places.column(finding.file(), offset)
              + ":";
      Style style = Style.of(finding.severity());
      out.append(display.paint(Style.PLACE, Cells.printable(place)))
          .append(' ')
          .append(
              display.paint(
                  style, finding.severity().id() + "[" + display.rule(finding.rule()) + "]:"))
          .append(' ')
          .append(Cells.printable(finding.message()))
          .append('\n');
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    out.append(SummaryLine.of(summary)).append('\n');
  }
}
