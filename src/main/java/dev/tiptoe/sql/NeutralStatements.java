package dev.tiptoe.sql;

/** The statements that are known by their first word and change nothing that is modelled. */
final class NeutralStatements {

  private NeutralStatements() {}

  static boolean isKnown(String word, Dialect dialect) {
    return switch (word) {
      case "VALUES",
          "TABLE",
          "INSERT",
          "REPLACE",
          "MERGE",
          "GRANT",
          "REVOKE",
          "ANALYZE",
          "EXPLAIN",
          "SHOW",
          "SAVEPOINT",
          "RELEASE",
          "DEALLOCATE",
          "LOAD" ->
          true;
      case "COMMENT",
          "SECURITY",
          "REASSIGN",
          "IMPORT",
          "NOTIFY",
          "LISTEN",
          "UNLISTEN",
          "DISCARD",
          "CHECKPOINT",
          "DECLARE",
          "FETCH",
          "MOVE",
          "CLOSE" ->
          dialect == Dialect.POSTGRESQL;
      case "UNLOCK", "OPTIMIZE", "CHECK", "REPAIR", "FLUSH", "XA", "HANDLER", "SIGNAL" ->
          dialect.isMySqlLike();
      default -> false;
    };
  }
}
