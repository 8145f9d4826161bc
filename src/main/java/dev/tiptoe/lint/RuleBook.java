package dev.tiptoe.lint;

import dev.tiptoe.text.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules in force. */
public final class RuleBook {

  private final List<Rule<?>> rules;
  private final Set<String> ids = new HashSet<>();
  private final Map<Class<?>, List<Rule<?>>> byKind = new ConcurrentHashMap<>();

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

  /** The rules that look at things of this kind, in the order of the book. */
  List<Rule<?>> rulesFor(Class<? extends Located> kind) {
    return byKind.computeIfAbsent(
        kind, k -> rules.stream().filter(rule -> rule.subject().isAssignableFrom(k)).toList());
  }

  public boolean has(String id) {
    return ids.contains(id);
  }

  /** The rule whose name is nearest to {@code id}; empty if none is near. */
  public Optional<String> nearest(String id) {
    return NearestWord.to(id, rules.stream().map(Rule::id).toList());
  }
}
