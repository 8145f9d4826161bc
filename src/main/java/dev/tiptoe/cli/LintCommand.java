package dev.tiptoe.cli;

import java.io.IOException;
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
    try (Reports reports = Reports.open(request.get(), surroundings)) {
      int code =
          new LintRun(
                  request.get(),
                  surroundings,
                  reports.report(),
                  new Exemptions(Exemptions.Extent.ALL))
              .run();
      reports.keep();
      return code;
    } catch (IOException e) {
      // A print stream swallows its failures, and is asked for them afterwards; files do not.
      throw new UsageError("a report could not be written: " + e.getMessage());
    }
  }
}
