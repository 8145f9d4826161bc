package dev.tiptoe.manual;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, with descriptions. */
public final class FishCompletion {

  private final CommandSpec tree;
  private final StringBuilder script = new StringBuilder();

  public FishCompletion(CommandSpec tree) {
    this.tree = tree;
  }

  public String script() {
    script.append("# fish completion for tiptoe, printed by: tiptoe completion fish\n");
    for (Map.Entry<String, CommandLine> entry : tree.subcommands().entrySet()) {
      CommandSpec command = entry.getValue().getCommandSpec();
      line("__fish_use_subcommand", " -a " + entry.getKey(), command.usageMessage().description());
    }
    Map<String, CommandSpec> others = Subcommands.of(tree);
    command("not __fish_seen_subcommand_from " + String.join(" ", others.keySet()), tree);
    others.forEach((name, command) -> command("__fish_seen_subcommand_from " + name, command));
    return script.toString();
  }

  private void command(String condition, CommandSpec command) {
    Hint operands = Hint.ofWords(command);
    if (!operands.file()) {
      line(condition, " -f" + words(operands));
    }
    for (OptionSpec option : command.options()) {
      StringBuilder names = new StringBuilder();
      for (String name : option.names()) {
        names.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      Hint hint = Hint.of(option);
      if (option.arity().max() > 0) {
        names.append(hint.file() ? " -r -F" : " -x").append(words(hint));
      }
      line(condition, names.toString(), option.description());
    }
  }

  private static String words(Hint hint) {
    return hint.words().isEmpty() ? "" : " -a " + quoted(String.join(" ", hint.words()));
  }

  private void line(String condition, String what, String... description) {
    script.append("complete -c tiptoe -n ").append(quoted(condition)).append(what);
    if (description.length > 0) {
      script.append(" -d ").append(quoted(Hint.sentence(description)));
    }
    script.append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
