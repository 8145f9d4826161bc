package dev.tiptoe.rules;

import dev.tiptoe.ddl.SessionChange.SetVariable;
import dev.tiptoe.lint.Context;

/** MySQL's and MariaDB's setting that lets tables go that foreign keys point to. */
final class ForeignKeyChecks {

  private ForeignKeyChecks() {}

  /** Whether this script has turned them off before the statement looked at. */
  static boolean areOff(Context ctx) {
    boolean off = false;
    for (var statement : ctx.earlierStatements()) {
      for (var change : statement.changes()) {
        if (change instanceof SetVariable set
            && set.variable().equalsIgnoreCase("foreign_key_checks")) {
          off = set.value().equals("0") || set.value().equalsIgnoreCase("OFF");
        }
      }
    }
    return off;
  }
}
