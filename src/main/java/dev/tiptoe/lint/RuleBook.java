package dev.tiptoe.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules in force. */
public final class RuleBook {

  private final List<Rule<?>> rules;
  private final Set<String> ids = new HashSet<>();

  /**
   * The book of these rules, in this order.
   *
   * @throws IllegalArgumentException if one is there twice, since all it finds would be too
   */
  public RuleBook(List<Rule<?>> rules) {
    this.rules = List.copyOf(rules);
    for (Rule<?> rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("the rule " + rule.id() + " is there twice");
      }
    }
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
