package dev.tiptoe.schema;

import dev.tiptoe.ddl.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a text that is not understood, in lower case: whatever it touches is among them. */
record Words(Set<String> words) {

  static final Words NONE = new Words(Set.of());

  /** Where servers keep the names of their tables, so that code can work out which to touch. */
  private static final List<String> CATALOGUES =
      List.of(
          "information_schema",
          "pg_catalog",
          "pg_class",
          "pg_tables",
          "pg_attribute",
          "pg_constraint",
          "pg_namespace",
          "regclass");

  static Words of(String text) {
    Set<String> words = new HashSet<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return new Words(words);
  }

  Words and(Words other) {
    if (words.isEmpty()) {
      return other;
    }
    Set<String> both = new HashSet<>(words);
    both.addAll(other.words);
    return new Words(both);
  }

  boolean has(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }

  boolean hasAll(List<Name> names) {
    return !words.isEmpty() && names.stream().allMatch(n -> has(n.name()));
  }

  /** Whether text is run that was put together from what the server lists. */
  boolean computesNames() {
    return (has("execute") || has("prepare")) && CATALOGUES.stream().anyMatch(words::contains);
  }
}
