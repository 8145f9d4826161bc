package dev.tiptoe.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for bash, from version 3.2 on, which macOS has. Picocli's own script completes neither
 * {@code --option=word} nor files.
 */
public final class BashCompletion {

  private final CommandSpec tree;
  private final StringBuilder script = new StringBuilder();

  public BashCompletion(CommandSpec tree) {
    this.tree = tree;
  }

  public String script() {
    script.append(
        """
        # bash completion for tiptoe, printed by: tiptoe completion bash
        _tiptoe() {
          local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words= files=
          # To bash, --option=word are three words.
          [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD - 2]}
          [ "$word" != = ] || word=
          [ "$COMP_CWORD" -lt 2 ] || command=${COMP_WORDS[1]}
          case $command in
        """);
    for (Map.Entry<String, CommandLine> entry : tree.subcommands().entrySet()) {
      if (!entry.getKey().equals("lint")) {
        command(entry.getKey(), entry.getValue().getCommandSpec());
      }
    }
    command("*", tree);
    return script
        .append("  esac\n  [ \"$COMP_CWORD\" -gt 1 ] || words=\"")
        .append(String.join(" ", tree.subcommands().keySet()))
        .append(" $words\"\n")
        .append(
            """
              COMPREPLY=($(compgen -W "$words" -- "$word"))
              # Where nothing else is offered, bash completes files; versions before 4 cannot be told not to.
              [ -n "$files" ] || compopt +o default 2>/dev/null
            }
            complete -o default -F _tiptoe tiptoe
            """)
        .toString();
  }

  private void command(String pattern, CommandSpec command) {
    script.append("    ").append(pattern).append(")\n      case $before in\n");
    Hint operands = Hint.ofWords(command);
    List<String> words = new ArrayList<>(operands.words());
    for (OptionSpec option : command.options()) {
      words.add(option.longestName());
      if (option.arity().max() > 0) {
        Hint value = Hint.of(option);
        offer(String.join("|", option.names()), value.words(), value.file());
      }
    }
    offer("*", words, operands.file());
    script.append("      esac ;;\n");
  }

  private void offer(String pattern, List<String> words, boolean files) {
    script.append("        ").append(pattern).append(") ");
    if (!words.isEmpty()) {
      script.append("words='").append(String.join(" ", words)).append("' ");
    }
    script.append(files ? "files=yes ;;\n" : ";;\n");
  }
}
