package dev.tiptoe.schema;

import java.util.List;

/** What MySQL and MariaDB say of the schema of one database: thing, aspect and value. */
final class MysqlQueries {

  private static final String TABLES =
      """
      SELECT CONCAT(IF(TABLE_TYPE = 'VIEW', 'view ', 'table '), TABLE_NAME), '', ''
      FROM information_schema.TABLES
      WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('BASE TABLE', 'VIEW')
      """;

  private static final String ORDER =
      """
      SELECT CONCAT('table ', TABLE_NAME), 'order of columns',
             GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION SEPARATOR ', ')
      FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA = DATABASE() AND %s GROUP BY TABLE_NAME
      """;

  private static final String NULLABILITY = column("null", "IF(IS_NULLABLE = 'YES', 'yes', 'no')");

  private static final String TYPES = column("type", "COLUMN_TYPE");

  /** Never quoted on MySQL, where only EXTRA tells a text from an expression. */
  private static final String MYSQL_DEFAULTS =
      column(
          "default",
          """
          CASE WHEN COLUMN_DEFAULT IS NULL THEN 'none'
               WHEN EXTRA LIKE '%%DEFAULT_GENERATED%%' THEN 'some'
               ELSE QUOTE(COLUMN_DEFAULT) END
          """);

  private static final String MARIADB_DEFAULTS =
      column("default", "IFNULL(COLUMN_DEFAULT, 'none')");

  private static final String KEYS =
      """
      SELECT CONCAT('table ', c.TABLE_NAME), CONCAT('constraint ', c.CONSTRAINT_NAME),
             CONCAT(LOWER(c.CONSTRAINT_TYPE), ' (',
               GROUP_CONCAT(LOWER(k.COLUMN_NAME) ORDER BY k.ORDINAL_POSITION SEPARATOR ', '), ')',
               IFNULL(CONCAT(' to ', MAX(k.REFERENCED_TABLE_NAME)), ''))
      FROM information_schema.TABLE_CONSTRAINTS c
      JOIN information_schema.KEY_COLUMN_USAGE k
        ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
        AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
        AND (k.REFERENCED_TABLE_NAME IS NOT NULL) = (c.CONSTRAINT_TYPE = 'FOREIGN KEY')
      WHERE c.CONSTRAINT_SCHEMA = DATABASE() AND c.CONSTRAINT_TYPE IN ('PRIMARY KEY', 'FOREIGN KEY')
      GROUP BY c.TABLE_NAME, c.CONSTRAINT_NAME, c.CONSTRAINT_TYPE
      """;

  private static final String MYSQL_CHECKS =
      """
      SELECT CONCAT('table ', TABLE_NAME), CONCAT('constraint ', CONSTRAINT_NAME),
             IF(ENFORCED = 'YES', 'check', 'check not valid')
      FROM information_schema.TABLE_CONSTRAINTS
      WHERE CONSTRAINT_SCHEMA = DATABASE() AND CONSTRAINT_TYPE = 'CHECK'
      """;

  /** The check that comes with JSON is not the author's. */
  private static final String MARIADB_CHECKS =
      """
      SELECT CONCAT('table ', TABLE_NAME), CONCAT('constraint ', CONSTRAINT_NAME), 'check'
      FROM information_schema.CHECK_CONSTRAINTS
      WHERE CONSTRAINT_SCHEMA = DATABASE()
        AND CHECK_CLAUSE <> CONCAT('json_valid(`', CONSTRAINT_NAME, '`)')
      """;

  private static final String INDEXES =
      """
      SELECT CONCAT('table ', TABLE_NAME), CONCAT('index ', INDEX_NAME),
             CONCAT(IF(MAX(NON_UNIQUE) = 0, 'unique (', '('),
               GROUP_CONCAT(IFNULL(LOWER(COLUMN_NAME), 'expression')
                            ORDER BY SEQ_IN_INDEX SEPARATOR ', '), ')')
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND %s
      GROUP BY TABLE_NAME, INDEX_NAME
      """;

  private MysqlQueries() {}

  static List<String> of(boolean mariadb) {
    return List.of(
        TABLES,
        ORDER.formatted(NO_VIEW),
        NULLABILITY.formatted(NO_VIEW),
        TYPES.formatted(NO_VIEW),
        (mariadb ? MARIADB_DEFAULTS : MYSQL_DEFAULTS).formatted(NO_VIEW),
        KEYS,
        mariadb ? MARIADB_CHECKS : MYSQL_CHECKS,
        INDEXES.formatted(NO_VIEW));
  }

  private static final String NO_VIEW =
      """
      TABLE_NAME IN (SELECT t.TABLE_NAME FROM information_schema.TABLES t
                     WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE')
      """;

  private static String column(String aspect, String value) {
    return """
        SELECT CONCAT('table ', TABLE_NAME), CONCAT('column ', COLUMN_NAME, ' ASPECT'), VALUE
        FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND %s
        """
        .replace("ASPECT", aspect)
        .replace("VALUE", value);
  }
}
