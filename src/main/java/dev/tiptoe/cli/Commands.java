package dev.tiptoe.cli;

import picocli.CommandLine.Model.CommandSpec;

/**
 * All commands in one tree, which completion and the manual page show. Running a command does not
 * build it, as that would take longer than most runs.
 */
final class Commands {

  private Commands() {}

  /** The tree; at its root are the options of {@code tiptoe lint}, as that word may be left out. */
  static CommandSpec tree() {
    CommandSpec tree =
        LintSpec.create().addOption(LintSpec.flag("--version", "Print the version."));
    return withHelp(tree)
        .addSubcommand("lint", withHelp(LintSpec.create()))
        .addSubcommand("explain", withHelp(ExplainCommand.spec()))
        .addSubcommand("rules", withHelp(RulesCommand.spec()))
        .addSubcommand("facts", withHelp(FactsCommand.spec()))
        .addSubcommand("init", withHelp(InitCommand.spec()))
        .addSubcommand("baseline", withHelp(BaselineCommand.spec()))
        .addSubcommand("config", withHelp(ConfigCommand.spec()))
        .addSubcommand("hook", withHelp(HookCommand.spec()))
        .addSubcommand("doctor", withHelp(DoctorCommand.spec()))
        .addSubcommand("completion", withHelp(CompletionCommand.spec()))
        .addSubcommand("man", withHelp(ManCommand.spec()));
  }

  private static CommandSpec withHelp(CommandSpec command) {
    return command.addOption(CommandLineReader.helpOption());
  }
}
