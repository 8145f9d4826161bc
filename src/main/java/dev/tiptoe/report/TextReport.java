package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.report.Palette.Style;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;

/**
 * A report in the manner of compilers: place, severity, rule and message in one line, then the
 * source and the way out.
 */
public final class TextReport implements Report {

  private static final String INDENT = "    ";

  private final Appendable out;
  private final Display display;
  private boolean anyFinding;

  public TextReport(Appendable out, Display display) {
    this.out = out;
    this.display = display;
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    String path = Cells.printable(checked.path());
    if (checked.applied() > 0) {
      line(
          display.paint(Style.PLACE, path + ":")
              + " rewritten, "
              + SummaryLine.fixes(checked.applied()));
    }
    for (String newFile : checked.newFiles()) {
      line(display.paint(Style.PLACE, Cells.printable(newFile) + ":") + " new");
    }
    if (!checked.problem().isEmpty()) {
      line(
          display.paint(Style.PLACE, path + ":")
              + " not rewritten: "
              + Cells.printable(checked.problem()));
    }
    for (Finding finding : checked.result().findings()) {
      anyFinding = true;
      finding(finding);
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    if (anyFinding && summary.targets().stream().anyMatch(summary::isAssumed)) {
      line(SummaryLine.targets(summary));
    }
    line(SummaryLine.of(summary));
  }

  private void finding(Finding finding) throws IOException {
    SourceFile file = finding.file();
    int offset = finding.span().start();
    Style style = Style.of(finding.severity());
    String place =
        Cells.printable(file.path())
            + ":"
            + file.line(offset)
            + ":"
            + Places.column(file, offset)
            + ":";
    line(
        display.paint(Style.PLACE, place)
            + " "
            + display.paint(
                style, finding.severity().id() + "[" + display.rule(finding.rule()) + "]:")
            + " "
            + Cells.printable(finding.message()));
    if (finding.severity() == Severity.NOTE) {
      if (!finding.advice().isEmpty()) {
        line(INDENT + Cells.printable(finding.advice()));
      }
      return;
    }
    for (String excerpt : new Excerpt(file, finding.span(), display, style).lines()) {
      line(excerpt);
    }
    if (!finding.advice().isEmpty()) {
      paragraph(finding.advice());
    }
    if (finding.fix().isPresent()) {
      fix(finding.fix().get());
    }
    line("");
  }

  private void fix(Fix fix) throws IOException {
    String safety =
        switch (fix.safety()) {
          case SAFE -> "safe";
          case NEEDS_REVIEW -> "needs review";
        };
    boolean first = true;
    for (String part :
        Paragraph.wrap("fix: " + Cells.printable(fix.title()) + " (" + safety + ")", width())) {
      line(INDENT + (first ? "" : "     ") + display.paint(Style.FIX, part));
      first = false;
    }
  }

  private void paragraph(String text) throws IOException {
    for (String part : Paragraph.wrap(Cells.printable(text), width())) {
      line(INDENT + part);
    }
  }

  private int width() {
    return display.width() - INDENT.length();
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
