package dev.tiptoe.cli;

import dev.tiptoe.cli.Manner.Verbosity;
import dev.tiptoe.config.Config;
import dev.tiptoe.config.Key;
import dev.tiptoe.config.Origin;
import dev.tiptoe.config.Setting;
import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.report.Format;
import dev.tiptoe.report.Summary.Purpose;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Turns the arguments of {@code tiptoe lint} into a request, or says which of them is wrong. */
final class LintOptions {

  private final Arguments arguments;

  private LintOptions(Arguments arguments) {
    this.arguments = arguments;
  }

  /**
   * The request; empty if help was asked for, which is then printed.
   *
   * @param spec the options that there are, which may be only some of those of {@link LintSpec}
   */
  static Optional<LintRequest> read(
      List<String> args, Supplier<CommandSpec> spec, Surroundings surroundings) {
    return Arguments.read(args, spec, surroundings)
        .map(arguments -> new LintOptions(arguments).request());
  }

  /** The settings among the options of any command that has some of them. */
  static Config settings(Arguments arguments) {
    return new LintOptions(arguments).given();
  }

  private LintRequest request() {
    List<String> paths = arguments.words();
    LintRequest request =
        new LintRequest(
            paths,
            arguments.last("--stdin-filename"),
            purpose(),
            arguments.has("--force")
                ? LintRequest.AppliedFiles.REWRITTEN
                : LintRequest.AppliedFiles.KEPT,
            selection(),
            KnownWords.format(arguments.value("--format", "text")),
            Output.parse(arguments.all("--output")),
            manner(),
            arguments.last("--config"),
            given());
    refuseContradictions(request);
    return request;
  }

  private void refuseContradictions(LintRequest request) {
    if (request.readsStdin() && request.paths().size() > 1) {
      throw new UsageError("- (standard input) stands alone: name no other path beside it");
    }
    if (arguments.has("--quiet") && (arguments.has("--verbose") || arguments.has("--statistics"))) {
      throw new UsageError(
          "--quiet says less, --verbose and --statistics say more: give one of them");
    }
    if (arguments.has("--stdin-filename") && !request.readsStdin()) {
      throw new UsageError("--stdin-filename is for standard input: add the path -");
    }
    if (arguments.has("--all") && (arguments.has("--staged") || arguments.has("--since"))) {
      throw new UsageError(
          "--all looks at all files, --since and --staged only at some: give one of them");
    }
    if (request.readsStdin() && (arguments.has("--staged") || arguments.has("--since"))) {
      throw new UsageError(
          "--since and --staged ask git about files, so they do not go with standard input");
    }
    if (arguments.value("--baseline", "").endsWith(".json")) {
      throw new UsageError(
          "--baseline takes a dump of the schema, in SQL; .tiptoe-baseline.json is found without it");
    }
    boolean split = arguments.value("--steps", "").equals("split");
    if (!request.format().isForPeople()
        && (arguments.has("--quiet") || arguments.has("--statistics"))) {
      throw new UsageError(
          "--quiet and --statistics are about the text report; what --format "
              + request.format().id()
              + " says is whole");
    }
    if (split && request.readsStdin()) {
      throw new UsageError(
          "--steps split writes further files, so it does not go with standard input");
    }
    if (split && arguments.value("--form", "").equals("instant")) {
      throw new UsageError("--steps split and --form instant contradict each other");
    }
    boolean report = request.format() != Format.TEXT || !request.outputs().isEmpty();
    if (request.purpose() == Purpose.PREVIEW && report) {
      throw new UsageError(
          "--diff lists no findings, so it does not go with --format or --output;"
              + " json, sarif and rdjson reports hold the edits of fixes anyway");
    }
    for (Output output : request.outputs()) {
      if (request.paths().contains(output.path())) {
        throw new UsageError("--output would overwrite " + output.path() + ", which is to be read");
      }
    }
    if (arguments.value("--form", "").equals("instant") && arguments.has("--always-three-steps")) {
      throw new UsageError("--form instant and --always-three-steps contradict each other");
    }
  }

  private Manner manner() {
    String color = arguments.oneOf("--color", "auto", "always", "never");
    Verbosity verbosity = Verbosity.NORMAL;
    if (arguments.has("--quiet")) {
      verbosity = Verbosity.QUIET;
    } else if (arguments.has("--verbose")) {
      verbosity = Verbosity.VERBOSE;
    }
    return new Manner(
        verbosity,
        Terminal.Color.valueOf(color.toUpperCase(Locale.ROOT)),
        arguments.has("--statistics"));
  }

  private Purpose purpose() {
    if (arguments.has("--diff")) {
      return Purpose.PREVIEW;
    }
    return arguments.has("--fix") ? Purpose.REWRITE : Purpose.LINT;
  }

  private Selection selection() {
    Selection.Kind kind = Selection.Kind.AUTOMATIC;
    if (arguments.has("--staged")) {
      kind = Selection.Kind.STAGED;
    } else if (arguments.has("--all")) {
      kind = Selection.Kind.ALL;
    }
    return new Selection(kind, arguments.last("--since"));
  }

  /** The settings among the options. */
  private Config given() {
    Config given = Config.EMPTY;
    if (arguments.has("--dialect")) {
      given = given.with(Key.DIALECT, dialect(), Origin.named("--dialect"));
    }
    if (arguments.has("--server-version")) {
      given = given.with(Key.SERVER_VERSION, version(), Origin.named("--server-version"));
    }
    if (arguments.has("--baseline")) {
      given =
          given.with(Key.BASELINE, arguments.value("--baseline", ""), Origin.named("--baseline"));
    }
    if (arguments.has("--fail-on")) {
      given = given.with(Key.FAIL_ON, failOn(), Origin.named("--fail-on"));
    }
    if (arguments.has("--form")) {
      given = given.with(Key.FORM, form(), Origin.named("--form"));
    }
    if (arguments.has("--no-guess")) {
      given = given.with(Key.GUESS, Options.Guessing.FORBIDDEN, Origin.named("--no-guess"));
    }
    if (arguments.has("--always-three-steps")) {
      given =
          given.with(
              Key.ALWAYS_THREE_STEPS,
              Options.OneStep.REWRITTEN,
              Origin.named("--always-three-steps"));
    }
    if (arguments.has("--steps")) {
      given = given.with(Key.STEPS, steps(), Origin.named("--steps"));
    }
    if (arguments.has("--batch")) {
      given = given.with(Key.BATCH, batch(), Origin.named("--batch"));
    }
    return given.with(Key.BACKFILL, values());
  }

  private Dialect dialect() {
    return KnownWords.dialect(arguments.value("--dialect", ""));
  }

  private Version version() {
    String given = arguments.value("--server-version", "");
    return Version.of(given)
        .orElseThrow(
            () ->
                new UsageError(
                    "--server-version \""
                        + given
                        + "\" is not a version; write it like 16, 8.4 or 10.11.6"));
  }

  private Optional<Severity> failOn() {
    String word = arguments.oneOf("--fail-on", "error", "warning", "note", "never");
    return word.equals("never")
        ? Optional.empty()
        : Optional.of(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private Options.Form form() {
    return arguments.oneOf("--form", "three-steps", "instant").equals("instant")
        ? Options.Form.INSTANT
        : Options.Form.THREE_STEPS;
  }

  private Options.Steps steps() {
    return arguments.oneOf("--steps", "inline", "split").equals("split")
        ? Options.Steps.SPLIT
        : Options.Steps.INLINE;
  }

  private int batch() {
    String given = arguments.value("--batch", "");
    boolean number = !given.isEmpty() && given.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || given.length() > 7 || Integer.parseInt(given) == 0) {
      throw new UsageError(
          "--batch \"" + given + "\" is not a number of rows; write it like --batch 5000");
    }
    return Integer.parseInt(given);
  }

  private List<Setting<GivenValue>> values() {
    List<Setting<GivenValue>> values = new ArrayList<>();
    for (String text : arguments.all("--backfill")) {
      Optional<GivenValue> value = GivenValue.parse(text);
      if (value.isEmpty()) {
        throw new UsageError(
            "--backfill \""
                + text
                + "\" is not of the form table.column=expression,"
                + " for example --backfill \"Server.sshPort=22\"");
      }
      values.add(new Setting<>(value.get(), Origin.named("--backfill")));
    }
    return values;
  }
}
