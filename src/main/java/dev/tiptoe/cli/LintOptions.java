package dev.tiptoe.cli;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.report.Summary.Purpose;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the arguments of {@code tiptoe lint} into a request, or says which of them is wrong. */
final class LintOptions {

  private final Arguments arguments;
  private final Surroundings surroundings;

  private LintOptions(Arguments arguments, Surroundings surroundings) {
    this.arguments = arguments;
    this.surroundings = surroundings;
  }

  /** The request; empty if help was asked for, which is then printed. */
  static Optional<LintRequest> read(List<String> args, Surroundings surroundings) {
    return CommandLineReader.read(args, LintSpec::create, surroundings)
        .map(arguments -> new LintOptions(arguments, surroundings).request());
  }

  private LintRequest request() {
    List<String> paths = arguments.words();
    if (paths.isEmpty()) {
      throw new UsageError(
          "name the files or folders to look at, or - for standard input\n  See tiptoe --help.");
    }
    LintRequest request =
        new LintRequest(
            paths,
            arguments.value("--stdin-filename", "<stdin>"),
            purpose(),
            arguments.oneOf("--format", "text", "json").equals("json")
                ? LintRequest.Format.JSON
                : LintRequest.Format.TEXT,
            Terminal.palette(arguments.oneOf("--color", "auto", "always", "never"), surroundings),
            dialect(),
            version(),
            failOn(),
            options());
    refuseContradictions(request);
    return request;
  }

  private void refuseContradictions(LintRequest request) {
    if (request.readsStdin() && request.paths().size() > 1) {
      throw new UsageError("- (standard input) stands alone: name no other path beside it");
    }
    if (arguments.has("--stdin-filename") && !request.readsStdin()) {
      throw new UsageError("--stdin-filename is for standard input: add the path -");
    }
    if (request.purpose() == Purpose.PREVIEW && request.format() == LintRequest.Format.JSON) {
      throw new UsageError(
          "--diff does not go with --format json; the JSON report holds the edits of each fix anyway");
    }
    if (request.options().form() == Options.Form.INSTANT
        && request.options().oneStep() == Options.OneStep.REWRITTEN) {
      throw new UsageError("--form instant and --always-three-steps contradict each other");
    }
  }

  private Purpose purpose() {
    if (arguments.has("--diff")) {
      return Purpose.PREVIEW;
    }
    return arguments.has("--fix") ? Purpose.REWRITE : Purpose.LINT;
  }

  private Optional<Dialect> dialect() {
    String given = arguments.value("--dialect", "");
    if (!arguments.has("--dialect")) {
      return Optional.empty();
    }
    Optional<Dialect> dialect = Dialect.of(given);
    if (dialect.isEmpty()) {
      throw UsageError.unknown(
          "dialect", given, Arrays.stream(Dialect.values()).map(Dialect::id).toList());
    }
    return dialect;
  }

  private Optional<Version> version() {
    if (!arguments.has("--server-version")) {
      return Optional.empty();
    }
    String given = arguments.value("--server-version", "");
    Optional<Version> version = Version.of(given);
    if (version.isEmpty()) {
      throw new UsageError(
          "--server-version \"" + given + "\" is not a version; write it like 16, 8.4 or 10.11.6");
    }
    return version;
  }

  private Optional<Severity> failOn() {
    String word = arguments.oneOf("--fail-on", "error", "warning", "note", "never");
    return word.equals("never")
        ? Optional.empty()
        : Optional.of(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private Options options() {
    return new Options(
        values(),
        arguments.oneOf("--form", "three-steps", "instant").equals("instant")
            ? Options.Form.INSTANT
            : Options.Form.THREE_STEPS,
        arguments.has("--no-guess") ? Options.Guessing.FORBIDDEN : Options.Guessing.ALLOWED,
        arguments.has("--always-three-steps")
            ? Options.OneStep.REWRITTEN
            : Options.OneStep.LEFT_ALONE);
  }

  private List<GivenValue> values() {
    List<GivenValue> values = new ArrayList<>();
    for (String text : arguments.all("--backfill")) {
      Optional<GivenValue> value = GivenValue.parse(text);
      if (value.isEmpty()) {
        throw new UsageError(
            "--backfill \""
                + text
                + "\" is not of the form table.column=expression,"
                + " for example --backfill \"Server.sshPort=22\"");
      }
      values.add(value.get());
    }
    return values;
  }
}
