package dev.tiptoe.schema;

import dev.tiptoe.schema.Table.Origin;
import dev.tiptoe.sql.Target;
import java.util.List;
import java.util.Optional;

/**
 * What a catalog holds: tables and types by their keys, and the session. A copy shares the tables;
 * one is copied when it is first changed by who does not own it.
 */
final class Definitions {

  final SharedMap<List<String>> enums;
  final SharedMap<Catalog.Domain> domains;
  Session session;
  private final SharedMap<Table> tables;

  /** Who may change a table in place. Copying gives both sides a new one. */
  private Object owner = new Object();

  /** How often it settled. A table catches up when it is next looked at. */
  private int generation;

  Definitions(Target target) {
    this.session = new Session(target);
    this.tables = new SharedMap<>();
    this.enums = new SharedMap<>();
    this.domains = new SharedMap<>();
  }

  private Definitions(Definitions other) {
    this.session = other.session.copy();
    this.tables = other.tables.copy();
    this.enums = other.enums.copy();
    this.domains = other.domains.copy();
    this.generation = other.generation;
  }

  Definitions copy() {
    owner = new Object();
    return new Definitions(this);
  }

  void settle() {
    generation++;
  }

  Optional<Table> table(String key) {
    return tables.get(key).map(t -> t.generation() == generation ? t : edit(key, t));
  }

  /** The table, to be changed; one that nobody has made here was there before. */
  Table edit(String key) {
    return tables
        .get(key)
        .map(t -> edit(key, t))
        .orElseGet(() -> create(key, new Table(Origin.EXISTING)));
  }

  private Table edit(String key, Table table) {
    Table own = table;
    if (!table.isOwnedBy(owner)) {
      own = table.copy(owner);
      tables.put(key, own);
    }
    own.catchUp(generation);
    return own;
  }

  /** Takes in a table made just now. */
  Table create(String key, Table table) {
    table.belongTo(owner, generation);
    tables.put(key, table);
    return table;
  }

  void rename(String key, String newKey) {
    Table table = edit(key);
    tables.remove(key);
    tables.put(newKey, table);
  }

  void remove(String key) {
    tables.remove(key);
  }
}
