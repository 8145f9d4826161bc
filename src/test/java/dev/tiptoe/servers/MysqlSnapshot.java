package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the schema of one MySQL or MariaDB database. */
final class MysqlSnapshot {

  private static final String TABLES =
      """
      SELECT CONCAT(IF(TABLE_TYPE = 'BASE TABLE', 'table', LOWER(TABLE_TYPE)), ' ', TABLE_NAME),
             CONCAT_WS(' ', ENGINE, TABLE_COLLATION,
               IF(TABLE_COMMENT IN ('', 'VIEW'), NULL, CONCAT('comment ', QUOTE(TABLE_COMMENT))))
      FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
      """;

  private static final String COLUMNS =
      """
      SELECT CONCAT('table ', TABLE_NAME, ' column ', LPAD(ORDINAL_POSITION, 3, '0'), ' ',
                    COLUMN_NAME),
             CONCAT_WS(' ', COLUMN_TYPE, CHARACTER_SET_NAME, COLLATION_NAME,
               IF(IS_NULLABLE = 'NO', 'not null', NULL),
               CONCAT('default ', COLUMN_DEFAULT),
               NULLIF(EXTRA, ''),
               CONCAT('as ', NULLIF(GENERATION_EXPRESSION, '')),
               IF(COLUMN_COMMENT = '', NULL, CONCAT('comment ', QUOTE(COLUMN_COMMENT))))
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
      """;

  private static final String INDEXES =
      """
      SELECT CONCAT('table ', TABLE_NAME, ' index ', INDEX_NAME),
             CONCAT_WS(' ', IF(MAX(NON_UNIQUE) = 0, 'unique', NULL), MAX(INDEX_TYPE),
               CONCAT('(', GROUP_CONCAT(CONCAT(%s, IFNULL(CONCAT('(', SUB_PART, ')'), ''),
                                               IF(COLLATION = 'D', ' desc', ''))
                           ORDER BY SEQ_IN_INDEX SEPARATOR ', '), ')'),
               %s,
               IF(MAX(INDEX_COMMENT) = '', NULL, CONCAT('comment ', QUOTE(MAX(INDEX_COMMENT)))))
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
      GROUP BY TABLE_NAME, INDEX_NAME
      """;

  private static final String KEYS =
      """
      SELECT CONCAT('table ', c.TABLE_NAME, ' constraint ', c.CONSTRAINT_NAME),
             CONCAT(c.CONSTRAINT_TYPE, ' (',
               GROUP_CONCAT(u.COLUMN_NAME ORDER BY u.ORDINAL_POSITION SEPARATOR ', '), ')',
               IFNULL(CONCAT(' references ',
                 IF(MAX(u.REFERENCED_TABLE_SCHEMA) = DATABASE(), '',
                    CONCAT(MAX(u.REFERENCED_TABLE_SCHEMA), '.')),
                 MAX(u.REFERENCED_TABLE_NAME), ' (',
                 GROUP_CONCAT(u.REFERENCED_COLUMN_NAME ORDER BY u.ORDINAL_POSITION
                              SEPARATOR ', '), ') on delete ', MAX(r.DELETE_RULE),
                 ' on update ', MAX(r.UPDATE_RULE)), ''))
      FROM information_schema.TABLE_CONSTRAINTS c
      JOIN information_schema.KEY_COLUMN_USAGE u
        ON u.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND u.TABLE_NAME = c.TABLE_NAME
        AND u.CONSTRAINT_NAME = c.CONSTRAINT_NAME
      LEFT JOIN information_schema.REFERENTIAL_CONSTRAINTS r
        ON r.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND r.TABLE_NAME = c.TABLE_NAME
        AND r.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND c.CONSTRAINT_TYPE = 'FOREIGN KEY'
      WHERE c.CONSTRAINT_SCHEMA = DATABASE()
      GROUP BY c.TABLE_NAME, c.CONSTRAINT_NAME, c.CONSTRAINT_TYPE
      """;

  private static final String MYSQL_CHECKS =
      """
      SELECT CONCAT('table ', c.TABLE_NAME, ' check ', c.CONSTRAINT_NAME),
             CONCAT(k.CHECK_CLAUSE, IF(c.ENFORCED = 'YES', '', ' [not enforced]'))
      FROM information_schema.TABLE_CONSTRAINTS c
      JOIN information_schema.CHECK_CONSTRAINTS k
        ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
      WHERE c.CONSTRAINT_SCHEMA = DATABASE() AND c.CONSTRAINT_TYPE = 'CHECK'
      """;

  private static final String MARIADB_CHECKS =
      """
      SELECT CONCAT('table ', TABLE_NAME, ' check ', LOWER(LEVEL), ' ', CONSTRAINT_NAME),
             CHECK_CLAUSE
      FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()
      """;

  /** Makes a query for each sequence, as MariaDB 11.4 shows their settings nowhere else. */
  private static final String MARIADB_SEQUENCES =
      """
      SELECT CONCAT('sequence ', TABLE_NAME),
             CONCAT('SELECT ', QUOTE(CONCAT('sequence ', TABLE_NAME, ' settings')),
               ', CONCAT_WS('','', start_value, minimum_value, maximum_value, increment,
                            cache_size, cycle_option) FROM `', TABLE_NAME, '`')
      FROM information_schema.TABLES
      WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'SEQUENCE'
      """;

  private static final String PARTITIONS =
      """
      SELECT CONCAT('table ', TABLE_NAME, ' partition ',
                    LPAD(PARTITION_ORDINAL_POSITION, 4, '0'), ' ', PARTITION_NAME,
                    IFNULL(CONCAT(' ', SUBPARTITION_NAME), '')),
             CONCAT_WS(' ', PARTITION_METHOD, PARTITION_EXPRESSION, PARTITION_DESCRIPTION,
                       SUBPARTITION_METHOD, SUBPARTITION_EXPRESSION)
      FROM information_schema.PARTITIONS
      WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_NAME IS NOT NULL
      """;

  private static final String VIEWS =
      """
      SELECT CONCAT('view ', TABLE_NAME, ' definition'),
             CONCAT(REPLACE(VIEW_DEFINITION, CONCAT('`', DATABASE(), '`.'), ''),
                    ' [check option ', CHECK_OPTION, ', ', SECURITY_TYPE, ']')
      FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
      """;

  private static final String TRIGGERS =
      """
      SELECT CONCAT('table ', EVENT_OBJECT_TABLE, ' trigger ', TRIGGER_NAME),
             CONCAT_WS(' ', ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER, ACTION_STATEMENT)
      FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
      """;

  private static final String ROUTINES =
      """
      SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', ROUTINE_NAME),
             CONCAT_WS(' ', DTD_IDENTIFIER, ROUTINE_DEFINITION)
      FROM information_schema.ROUTINES
      WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE')
      """;

  private static final String EVENTS =
      """
      SELECT CONCAT('event ', EVENT_NAME),
             CONCAT_WS(' ', EVENT_TYPE, EXECUTE_AT, INTERVAL_VALUE, INTERVAL_FIELD, STATUS,
                       EVENT_DEFINITION)
      FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()
      """;

  private static final String DATABASE =
      """
      SELECT 'database', CONCAT_WS(' ', DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME)
      FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()
      """;

  private MysqlSnapshot() {}

  static SortedMap<String, String> read(Connection connection, boolean mariadb)
      throws SQLException {
    String indexes =
        mariadb
            ? INDEXES.formatted("COLUMN_NAME", "IF(MAX(IGNORED) = 'YES', 'ignored', NULL)")
            : INDEXES.formatted(
                "IFNULL(COLUMN_NAME, CONCAT('(', EXPRESSION, ')'))",
                "IF(MAX(IS_VISIBLE) = 'NO', 'invisible', NULL)");
    SortedMap<String, String> entries =
        new TreeMap<>(
            SchemaSnapshot.collect(
                connection,
                List.of(
                    DATABASE,
                    TABLES,
                    COLUMNS,
                    indexes,
                    KEYS,
                    PARTITIONS,
                    VIEWS,
                    TRIGGERS,
                    ROUTINES,
                    EVENTS,
                    mariadb ? MARIADB_CHECKS : MYSQL_CHECKS)));
    if (mariadb) {
      var queries = SchemaSnapshot.collect(connection, List.of(MARIADB_SEQUENCES)).values();
      entries.putAll(SchemaSnapshot.collect(connection, List.copyOf(queries)));
    }
    return entries;
  }
}
