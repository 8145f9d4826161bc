package dev.tiptoe.sql;

import java.util.Locale;

/**
 * The actions of ALTER TABLE that are known by their first words and change nothing that is
 * modelled.
 */
final class TableActions {

  private TableActions() {}

  static boolean isKnown(Cursor in) {
    if (in.kind() != TokenKind.WORD) {
      return false;
    }
    String word = in.text().toUpperCase(Locale.ROOT);
    return in.mySqlLike() ? mySql(word) : postgres(word);
  }

  private static boolean postgres(String word) {
    return switch (word) {
      case "OWNER",
          "SET",
          "RESET",
          "ENABLE",
          "DISABLE",
          "FORCE",
          "NO",
          "CLUSTER",
          "INHERIT",
          "OF",
          "NOT",
          "REPLICA",
          "OPTIONS" ->
          true;
      default -> false;
    };
  }

  private static boolean mySql(String word) {
    return switch (word) {
      case "ENGINE",
          "AUTO_INCREMENT",
          "COMMENT",
          "CONVERT",
          "DEFAULT",
          "CHARACTER",
          "CHARSET",
          "COLLATE",
          "ENABLE",
          "DISABLE",
          "DISCARD",
          "IMPORT",
          "ROW_FORMAT",
          "KEY_BLOCK_SIZE",
          "STATS_PERSISTENT",
          "STATS_AUTO_RECALC",
          "STATS_SAMPLE_PAGES",
          "COMPRESSION",
          "ENCRYPTION",
          "TABLESPACE",
          "AVG_ROW_LENGTH",
          "MAX_ROWS",
          "MIN_ROWS",
          "CHECKSUM",
          "DELAY_KEY_WRITE",
          "PACK_KEYS",
          "INSERT_METHOD",
          "UNION",
          "WITHOUT",
          "WITH",
          "ANALYZE",
          "CHECK",
          "OPTIMIZE",
          "REPAIR",
          "UPGRADE",
          "SECONDARY_LOAD",
          "SECONDARY_UNLOAD",
          "SECONDARY_ENGINE",
          "ENGINE_ATTRIBUTE",
          "PAGE_COMPRESSED",
          "TRANSACTIONAL",
          "CONNECTION",
          "PASSWORD" ->
          true;
      default -> false;
    };
  }
}
