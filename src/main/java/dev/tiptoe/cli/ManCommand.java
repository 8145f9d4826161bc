package dev.tiptoe.cli;

import dev.tiptoe.manual.ManPage;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe man}: prints the manual page. */
final class ManCommand {

  private ManCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, ManCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    if (!arguments.get().words().isEmpty()) {
      throw new UsageError("tiptoe man takes no names; the page is about all commands");
    }
    surroundings.out().print(new ManPage(Commands.tree(), ProgramVersion.read()).text());
    return ExitCode.CLEAN;
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe man");
    spec.usageMessage()
        .customSynopsis("tiptoe man")
        .description("%nPrints the manual page.%n")
        .footer("", "Example:", "  tiptoe man | man -l -    show it");
    // Taken so that the answer to one too many can be ours.
    return spec.addPositional(LintSpec.words("NAME").hidden(true).build());
  }
}
