package dev.tiptoe.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe hook}: makes git ask Tiptoe before each commit. */
final class HookCommand {

  private static final String FIX = "--fix";

  private HookCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> read = Arguments.read(args, HookCommand::spec, surroundings);
    if (read.isEmpty()) {
      return ExitCode.CLEAN;
    }
    Arguments arguments = read.get();
    if (arguments.words().size() != 1) {
      throw new UsageError(
          "tiptoe hook wants one word, install or uninstall\n  See tiptoe hook --help.");
    }
    String fix = arguments.has(FIX) ? " " + FIX : "";
    String word = arguments.words().get(0);
    switch (word) {
      case "install":
        HookInstaller.at(surroundings).install("hook run" + fix);
        return ExitCode.CLEAN;
      case "uninstall":
        HookInstaller.at(surroundings).uninstall();
        return ExitCode.CLEAN;
      case "run":
        return new HookRun(surroundings).run(arguments.has(FIX) ? List.of(FIX) : List.of());
      default:
        throw UsageError.unknown(
            "word after tiptoe hook", word, List.of("install", "uninstall", "run"));
    }
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe hook");
    spec.usageMessage()
        .customSynopsis("tiptoe hook install [--fix]", "       tiptoe hook uninstall")
        .description(
            "%nWrites a pre-commit hook, so that git refuses commits whose staged migrations have errors. A shell script that"
                + " is the hook already gets some lines more; uninstall takes them out again.%n")
        .footer(
            "",
            "Examples:",
            "  tiptoe hook install          look at what is staged before each commit",
            "  tiptoe hook install --fix    also rewrite it, if nothing else of the file is unstaged",
            "  tiptoe hook run              what the hook does; says nothing if all is well",
            "  git commit --no-verify       commit past the hook, once");
    spec.addOption(
        LintSpec.flag(FIX, "Let the hook rewrite what is staged, and stage what it rewrote."));
    // Counted by us, so that the answer to one too many can be ours.
    return spec.addPositional(
        LintSpec.words("WORD")
            .hidden(true)
            .completionCandidates(List.of("install", "uninstall"))
            .build());
  }
}
