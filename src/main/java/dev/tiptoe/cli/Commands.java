package dev.tiptoe.cli;

import java.util.LinkedHashMap;
import java.util.Map;
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
        .addSubcommand("completion", withHelp(CompletionCommand.spec()))
        .addSubcommand("man", withHelp(ManCommand.spec()));
  }

  /** The commands with options of their own, which are all but {@code lint}. */
  static Map<String, CommandSpec> others(CommandSpec tree) {
    Map<String, CommandSpec> others = new LinkedHashMap<>();
    tree.subcommands().forEach((name, command) -> others.put(name, command.getCommandSpec()));
    others.remove("lint");
    return others;
  }

  private static CommandSpec withHelp(CommandSpec command) {
    return command.addOption(CommandLineReader.helpOption());
  }
}
