package dev.tiptoe.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules in force. */
public final class RuleBook {

  private final List<Rule<?>> rules;
  private final Set<String> ids = new HashSet<>();

  public RuleBook(List<Rule<?>> rules) {
    this.rules = List.copyOf(rules);
    rules.forEach(rule -> ids.add(rule.id()));
  }

  public List<Rule<?>> rules() {
    return rules;
  }

  public boolean has(String id) {
    return ids.contains(id);
  }

  /** The rule whose name is nearest to {@code id}; empty if none is near. */
  public Optional<String> nearest(String id) {
    return NearestWord.to(id, rules.stream().map(Rule::id).toList());
  }
}
