package dev.tiptoe.manual;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for zsh, with descriptions. */
public final class ZshCompletion {

  private final CommandSpec tree;
  private final StringBuilder script = new StringBuilder();

  public ZshCompletion(CommandSpec tree) {
    this.tree = tree;
  }

  public String script() {
    script.append(
        """
        #compdef tiptoe
        # zsh completion for tiptoe, printed by: tiptoe completion zsh
        _tiptoe() {
          local -a commands=(
        """);
    for (Map.Entry<String, CommandLine> entry : tree.subcommands().entrySet()) {
      CommandSpec command = entry.getValue().getCommandSpec();
      String sentence = Hint.sentence(command.usageMessage().description());
      quoted("    ", entry.getKey() + ":" + sentence, "\n");
    }
    script.append(
        """
          )
          (( CURRENT > 2 )) || _describe -t commands command commands
          case $words[2] in
        """);
    Subcommands.of(tree)
        .forEach(
            (name, command) -> {
              script.append("    ").append(name).append(")\n      shift words; (( CURRENT-- ))\n");
              arguments(command);
            });
    script.append("    *)\n");
    arguments(tree);
    return script
        .append(
            """
              esac
            }
            if [ "$funcstack[1]" = _tiptoe ]; then _tiptoe "$@"; else compdef _tiptoe tiptoe; fi
            """)
        .toString();
  }

  private void arguments(CommandSpec command) {
    script.append("      _arguments");
    for (OptionSpec option : command.options()) {
      boolean takesValue = option.arity().max() > 0;
      Hint hint = Hint.of(option);
      for (String name : option.names()) {
        quoted(
            " \\\n        ",
            (option.isMultiValue() ? "*" : "")
                + name
                + (takesValue ? "=" : "")
                + ("[" + inBrackets(hint.sentence()) + "]")
                + (takesValue ? action(option.paramLabel(), hint) : ""),
            "");
      }
    }
    Hint operands = Hint.ofWords(command);
    if (operands.file() || !operands.words().isEmpty()) {
      String label = command.positionalParameters().get(0).paramLabel();
      quoted(" \\\n        ", "*" + action(label, operands), "");
    }
    script.append(" ;;\n");
  }

  private static String action(String label, Hint hint) {
    String words = hint.words().isEmpty() ? " " : "(" + String.join(" ", hint.words()) + ")";
    return ":" + label.replace(":", "\\:") + ":" + (hint.file() ? "_files" : words);
  }

  private static String inBrackets(String text) {
    return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private void quoted(String before, String text, String after) {
    script
        .append(before)
        .append('\'')
        .append(text.replace("'", "'\\''"))
        .append('\'')
        .append(after);
  }
}
