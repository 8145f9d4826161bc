package dev.tiptoe.cli;

import dev.tiptoe.cli.Manner.Verbosity;
import dev.tiptoe.cli.Surroundings.Stream;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Slashes;
import dev.tiptoe.project.WholeFile;
import dev.tiptoe.report.Display;
import dev.tiptoe.report.FailuresOnly;
import dev.tiptoe.report.Format;
import dev.tiptoe.report.Report;
import dev.tiptoe.report.ReportContext;
import dev.tiptoe.report.SeveralReports;
import dev.tiptoe.report.Statistics;
import dev.tiptoe.report.Summary.Purpose;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reports of one run: one to standard output, others to files, and those that GitHub shows. */
final class Reports implements AutoCloseable {

  private final LintRequest request;
  private final Surroundings surroundings;
  private final Map<Path, WholeFile> files = new LinkedHashMap<>();
  private final List<Report> reports = new ArrayList<>();
  private @Nullable ReportContext context;
  private Optional<StepSummary> stepSummary = Optional.empty();

  /**
   * Begins all reports.
   *
   * @throws UsageError if one of the files could not be put at its place
   */
  static Reports open(LintRequest request, Surroundings surroundings) throws IOException {
    Reports reports = new Reports(request, surroundings);
    try {
      reports.open();
      return reports;
    } catch (UsageError | IOException e) {
      reports.close();
      throw e;
    }
  }

  private Reports(LintRequest request, Surroundings surroundings) {
    this.request = request;
    this.surroundings = surroundings;
  }

  /** All of them as one. */
  Report report() {
    return reports.size() == 1 ? reports.get(0) : new SeveralReports(reports);
  }

  /** Puts the files at their places, when all is written. */
  void keep() {
    stepSummary.ifPresent(summary -> summary.append(surroundings.err()));
    files.forEach(
        (path, file) -> {
          try {
            file.keep();
          } catch (FileProblem e) {
            throw problem(Slashes.of(path), e.reason());
          }
        });
  }

  @Override
  public void close() {
    files.values().forEach(WholeFile::close);
  }

  private void open() throws IOException {
    // Where SQL goes to standard output, the report must not.
    boolean sqlOnOutput =
        request.purpose() == Purpose.PREVIEW
            || (request.purpose() == Purpose.REWRITE && request.readsStdin());
    PrintStream to = sqlOnOutput ? surroundings.err() : surroundings.out();
    reports.add(
        request.format().isForPeople()
            ? forPeople(sqlOnOutput ? Stream.ERR : Stream.OUT)
            : request.format().open(to, this::context, Display.PLAIN));
    for (Output output : request.outputs()) {
      reports.add(output.format().open(begin(output).out(), this::context, Display.PLAIN));
    }
    if (request.purpose() != Purpose.PREVIEW && StepSummary.isOnGithub(surroundings)) {
      // What reads a report from standard output would choke on commands between its lines.
      if (request.format().isForPeople()) {
        reports.add(Format.GITHUB.open(to, this::context, Display.PLAIN));
      }
      stepSummary = StepSummary.open(surroundings, context());
      stepSummary.ifPresent(summary -> reports.add(summary.report()));
    }
  }

  /** What programs want to know is looked up only for them, and once. */
  private ReportContext context() {
    if (context == null) {
      context =
          new ReportContext(
              ProgramVersion.read(),
              ProgramVersion.home(),
              new RuleTexts()::of,
              new RepositoryPaths(surroundings.folder())::of);
    }
    return context;
  }

  private WholeFile begin(Output output) {
    try {
      Path path = surroundings.folder().resolve(output.path()).toAbsolutePath().normalize();
      if (files.containsKey(path)) {
        throw new UsageError("--output names " + output.path() + " twice; it holds one report");
      }
      WholeFile file = WholeFile.begin(path);
      files.put(path, file);
      return file;
    } catch (FileProblem e) {
      throw problem(output.path(), e.reason());
    } catch (InvalidPathException e) {
      throw problem(output.path(), "it is not a path this system knows");
    }
  }

  /** In characters that can be read there, and as much as was asked for. */
  private Report forPeople(Stream stream) throws IOException {
    PrintStream to = stream == Stream.OUT ? surroundings.text() : surroundings.err();
    Manner manner = request.manner();
    Report all =
        request
            .format()
            .open(to, this::context, surroundings.terminal(stream).display(manner.color()));
    Report report = manner.statistics() ? new Statistics(all, to) : all;
    return manner.verbosity() == Verbosity.QUIET ? new FailuresOnly(report) : report;
  }

  private static UsageError problem(String path, String reason) {
    return new UsageError("--output " + path + " cannot be written: " + reason);
  }
}
