package dev.tiptoe.cli;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe rules}: lists the rules. */
final class RulesCommand {

  private RulesCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe rules");
    spec.usageMessage().description("Lists the rules; tiptoe explain RULE prints the page of one.");
    if (new CommandLineReader(spec).read(args, surroundings).isEmpty()) {
      return ExitCode.CLEAN;
    }
    int widest = Rules.ALL.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule<?> rule : Rules.ALL) {
      String id = rule.id();
      String line =
          id
              + " ".repeat(widest - id.length() + 2)
              + String.format("%-9s", rule.severity().id())
              + String.format("%-28s", dialects(rule))
              + RulePages.sentence(id);
      surroundings.out().println(line.stripTrailing());
    }
    return ExitCode.CLEAN;
  }

  private static String dialects(Rule<?> rule) {
    return rule.dialects().size() == Dialect.values().length
        ? "all databases"
        : rule.dialects().stream()
            .sorted(Comparator.naturalOrder())
            .map(Dialect::title)
            .collect(Collectors.joining(", "));
  }
}
