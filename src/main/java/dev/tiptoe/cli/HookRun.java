package dev.tiptoe.cli;

import dev.tiptoe.cli.Surroundings.Stream;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.report.CheckedFile;
import dev.tiptoe.report.Display;
import dev.tiptoe.report.Report;
import dev.tiptoe.report.Summary;
import dev.tiptoe.report.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the hook does before a commit: looks at what is staged, and keeps silent if all is well. */
final class HookRun {

  private final Surroundings surroundings;

  HookRun(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * @param options those of {@code tiptoe lint} beside the one for staged files
   */
  int run(List<String> options) {
    List<String> args = new ArrayList<>(options);
    args.add("--staged");
    LintRequest request = LintOptions.read(args, LintSpec::create, surroundings).orElseThrow();
    StringBuilder text = new StringBuilder();
    Display display = surroundings.terminal(Stream.OUT).display(request.manner().color());
    Silent report = new Silent(new TextReport(text, display));
    int code;
    try {
      code =
          new LintRun(request, surroundings, report, new Exemptions(Exemptions.Extent.ALL)).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (code != ExitCode.CLEAN || report.saysSomething) {
      surroundings.text().print(text.toString());
      surroundings.out().flush();
    }
    if (code != ExitCode.CLEAN) {
      surroundings.err().println(wayOut(code, options.isEmpty() && report.hasFix));
    }
    return code;
  }

  private static String wayOut(int code, boolean canBeFixed) {
    String next;
    if (code != ExitCode.FINDINGS) {
      next = "what is said above comes first.";
    } else if (canBeFixed) {
      next =
          "\"tiptoe --staged --fix\" rewrites what it can and stages it; look at it, and commit again.";
    } else {
      next = "change what is said above, stage it with \"git add\", and commit again.";
    }
    return "tiptoe: nothing was committed; "
        + next
        + "\n  To commit it as it is: git commit --no-verify";
  }

  /** Knows whether there was anything that a person wants to see of a commit that passes. */
  private static final class Silent implements Report {
    private final Report report;
    private boolean saysSomething;
    private boolean hasFix;

    Silent(Report report) {
      this.report = report;
    }

    @Override
    public void file(CheckedFile checked) throws IOException {
      report.file(checked);
      saysSomething |= checked.applied() > 0 || !checked.problem().isEmpty();
      hasFix |= checked.result().findings().stream().anyMatch(f -> f.fix().isPresent());
    }

    @Override
    public void end(Summary summary) throws IOException {
      report.end(summary);
      saysSomething |= summary.atLeast(Severity.WARNING) > 0;
    }
  }
}
