package dev.tiptoe.cli;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe rules}: lists the rules. */
final class RulesCommand {

  private RulesCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, RulesCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    if (!arguments.get().words().isEmpty()) {
      throw new UsageError(
          "tiptoe rules takes no names; tiptoe explain RULE prints the page of one");
    }
    int widest = Rules.ALL.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule<?> rule : Rules.ALL) {
      String id = rule.id();
      String line =
          id
              + " ".repeat(widest - id.length() + 2)
              + padded(rule.isOnByDefault() ? rule.severity().id() : "off", 9)
              + padded(dialects(rule), 28)
              + RulePages.sentence(RulePages.page(id).orElse(""));
      surroundings.out().println(line.stripTrailing());
    }
    return ExitCode.CLEAN;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String dialects(Rule<?> rule) {
    return rule.dialects().size() == Dialect.values().length
        ? "all databases"
        : rule.dialects().stream()
            .sorted(Comparator.naturalOrder())
            .map(Dialect::title)
            .collect(Collectors.joining(", "));
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe rules");
    spec.usageMessage()
        .description(
            "%nLists the rules: how bad their findings are, for which databases, and what they find.%n")
        .footer(
            "",
            "Examples:",
            "  tiptoe rules | grep MySQL             those for MySQL alone or among others",
            "  tiptoe explain add-not-null-column    the page of one of them");
    // Taken so that the answer to one too many can be ours.
    return spec.addPositional(LintSpec.words("NAME").hidden(true).build());
  }
}
