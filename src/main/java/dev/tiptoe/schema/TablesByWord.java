package dev.tiptoe.schema;

import dev.tiptoe.ddl.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which tables a name has to do with: one of their indexes or constraints has it, or it is that of
 * the table that they point to or are a partition of; temporary ones go by their schema. A
 * statement of thousands need not ask all tables then. Those listed may have to do with it no
 * longer.
 */
final class TablesByWord {

  /** Keys of tables. */
  private final BucketMap<List<String>> keys;

  TablesByWord() {
    this(new BucketMap<>());
  }

  private TablesByWord(BucketMap<List<String>> keys) {
    this.keys = keys;
  }

  TablesByWord copy() {
    return new TablesByWord(keys.copy());
  }

  /** The keys of the tables, in the order in which they were listed. */
  List<String> of(String word) {
    return keys.get(folded(word)).orElse(List.of());
  }

  void list(String key, Table table) {
    words(table).forEach(word -> list(key, word));
  }

  private void list(String key, String word) {
    List<String> listed = of(word);
    if (!listed.contains(key)) {
      List<String> longer = new ArrayList<>(listed);
      longer.add(key);
      keys.put(word, longer);
    }
  }

  private static Set<String> words(Table table) {
    Set<String> words = new HashSet<>();
    if (table.isTemporary()) {
      words.add(Definitions.TEMPORARY);
    }
    table.partitionOf().map(Name::name).ifPresent(name -> words.add(folded(name)));
    for (Index index : table.indexes()) {
      words.add(folded(index.name()));
    }
    for (Constraint constraint : table.constraints()) {
      words.add(folded(constraint.name()));
      constraint.reference().ifPresent(to -> words.add(folded(to.table().name())));
    }
    return words;
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
