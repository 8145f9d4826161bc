package dev.tiptoe.cli;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import java.util.stream.Collectors;

/** The index of the rules, in their order. */
final class RulesPage {

  private RulesPage() {}

  static String text() {
    return """
        # Rules

        Each rule has a page with examples and with what servers were measured to do; `tiptoe explain RULE` prints it.
        The severity is the worst that a rule reports; `off` is for rules of style, which speak once [`rules` in
        tiptoe.json](configuration.md#rules) gives them a severity. Where `--fix` is yes, `tiptoe --fix` can rewrite
        what was found in at least one of the page's examples.

        | rule | databases | severity | `--fix` | what it finds |
        | --- | --- | --- | --- | --- |
        """
        + Rules.ALL.stream().map(RulesPage::row).collect(Collectors.joining());
  }

  private static String row(Rule<?> rule) {
    String page = RulePages.page(rule.id()).orElseThrow();
    return "| [%s](../rules/%s.md) | %s | %s | %s | %s |\n"
        .formatted(
            rule.id(),
            rule.id(),
            databases(rule),
            rule.isOnByDefault() ? rule.severity().id() : "off",
            page.contains("\n```sql fixed") ? "yes" : "no",
            RulePages.sentence(page).replace("|", "\\|"));
  }

  private static String databases(Rule<?> rule) {
    return rule.dialects().size() == Dialect.values().length
        ? "all"
        : rule.dialects().stream().sorted().map(Dialect::title).collect(Collectors.joining(", "));
  }
}
