package dev.tiptoe.cli;

import dev.tiptoe.cli.Manner.Verbosity;
import dev.tiptoe.cli.Surroundings.Stream;
import dev.tiptoe.report.ErrorsOnly;
import dev.tiptoe.report.JsonReport;
import dev.tiptoe.report.Report;
import dev.tiptoe.report.Statistics;
import dev.tiptoe.report.Summary.Purpose;
import dev.tiptoe.report.TextReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** {@code tiptoe lint}: looks at migrations and, if asked to, rewrites them. */
final class LintCommand {

  private LintCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<LintRequest> request = LintOptions.read(args, LintSpec::create, surroundings);
    if (request.isEmpty()) {
      return ExitCode.CLEAN;
    }
    try {
      return new LintRun(
              request.get(),
              surroundings,
              report(request.get(), surroundings),
              new Exemptions(Exemptions.Extent.ALL))
          .run();
    } catch (IOException e) {
      // A print stream swallows its failures; whoever reads it asks it afterwards.
      throw new UncheckedIOException(e);
    }
  }

  private static Report report(LintRequest request, Surroundings surroundings) throws IOException {
    // Where SQL goes to standard output, the report must not.
    boolean sqlOnOutput =
        request.purpose() == Purpose.PREVIEW
            || (request.purpose() == Purpose.REWRITE && request.readsStdin());
    Stream stream = sqlOnOutput ? Stream.ERR : Stream.OUT;
    if (request.format() == LintRequest.Format.JSON) {
      return new JsonReport(
          sqlOnOutput ? surroundings.err() : surroundings.out(), ProgramVersion.read());
    }
    PrintStream to = sqlOnOutput ? surroundings.err() : surroundings.text();
    Manner manner = request.manner();
    Report text = new TextReport(to, surroundings.terminal(stream).display(manner.color()));
    Report report = manner.statistics() ? new Statistics(text, to) : text;
    return manner.verbosity() == Verbosity.QUIET ? new ErrorsOnly(report) : report;
  }
}
