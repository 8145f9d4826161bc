package dev.tiptoe.servers;

import java.util.ArrayList;
import java.util.List;

/** A table to be filled, as far as its rows have to respect something. */
record FillTable(
    String name,
    String quoted,
    List<FillColumn> columns,
    List<Key> foreignKeys,
    List<Check> checks) {

  /** A foreign key: columns, and the columns of another table. */
  record Key(List<String> columns, String parent, List<String> referenced) {}

  /** A CHECK: the columns it is about and its text. */
  record Check(List<String> columns, String text) {}

  FillTable(String name, String quoted) {
    this(name, quoted, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  FillColumn column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst().orElseThrow();
  }

  /** Tells whether each row needs a row of the key's table. */
  boolean requires(Key key) {
    return key.columns().stream().noneMatch(c -> column(c).nullable());
  }
}
