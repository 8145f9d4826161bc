package dev.tiptoe.config;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that other packages decide on.
 *
 * @param rules the ids of all rules
 * @param tools the ids of the migration tools
 */
public record Vocabulary(Set<String> rules, Set<String> tools) {

  /** Messages list the words in alphabetical order. */
  public Vocabulary {
    rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
    tools = Collections.unmodifiableSortedSet(new TreeSet<>(tools));
  }
}
