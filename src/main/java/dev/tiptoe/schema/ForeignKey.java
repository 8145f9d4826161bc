package dev.tiptoe.schema;

import dev.tiptoe.ddl.Name;

/** A foreign key with the table that has it. */
public record ForeignKey(Name table, Constraint constraint) {

  /** The table and the key, for people. */
  @Override
  public String toString() {
    return constraint.name() + " of " + table.last();
  }
}
