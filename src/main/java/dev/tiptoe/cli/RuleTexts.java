package dev.tiptoe.cli;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.report.RuleText;
import dev.tiptoe.rules.Rules;
import java.util.HashMap;
import java.util.Map;

/** What reports say of rules; each page is read once, and only if its rule has a finding. */
final class RuleTexts {

  private final Map<String, RuleText> known = new HashMap<>();

  RuleText of(String rule) {
    return known.computeIfAbsent(rule, RuleTexts::read);
  }

  private static RuleText read(String id) {
    Severity severity =
        Rules.ALL.stream()
            .filter(rule -> rule.id().equals(id))
            .map(Rule::severity)
            .findFirst()
            .orElse(Severity.WARNING);
    String page = RulePages.page(id).orElse("");
    return new RuleText(
        RulePages.sentence(page), RulePages.introduction(page), severity, RulePages.address(id));
  }
}
