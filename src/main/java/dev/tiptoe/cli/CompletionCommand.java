package dev.tiptoe.cli;

import dev.tiptoe.manual.BashCompletion;
import dev.tiptoe.manual.FishCompletion;
import dev.tiptoe.manual.ZshCompletion;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe completion SHELL}: prints what makes a shell complete the words of a command. */
final class CompletionCommand {

  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private CompletionCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, CompletionCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    List<String> words = arguments.get().words();
    if (words.size() != 1) {
      throw new UsageError("name one shell: tiptoe completion bash, zsh or fish");
    }
    surroundings.out().print(script(words.get(0)));
    return ExitCode.CLEAN;
  }

  private static String script(String shell) {
    return switch (shell) {
      case "bash" -> new BashCompletion(Commands.tree()).script();
      case "zsh" -> new ZshCompletion(Commands.tree()).script();
      case "fish" -> new FishCompletion(Commands.tree()).script();
      default -> throw UsageError.unknown("shell", shell, SHELLS);
    };
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe completion");
    spec.usageMessage()
        .customSynopsis("tiptoe completion SHELL")
        .description(
            "%nPrints a script that makes your shell complete commands, options and rules.%n")
        .footer(
            "",
            "Examples:",
            "  bash: tiptoe completion bash > ~/.local/share/bash-completion/completions/tiptoe",
            "  zsh:  tiptoe completion zsh > _tiptoe, in a folder of $fpath",
            "  fish: tiptoe completion fish > ~/.config/fish/completions/tiptoe.fish");
    return spec.addPositional(
        LintSpec.words("SHELL")
            .description("bash, zsh or fish.")
            .completionCandidates(SHELLS)
            .build());
  }
}
