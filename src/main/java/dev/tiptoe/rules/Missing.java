package dev.tiptoe.rules;

import dev.tiptoe.sql.Target;

/**
 * What a query meets that names something which is gone.
 *
 * <p>Seen on PostgreSQL 14 to 18, MySQL 8.0 and MariaDB 11.4.
 */
enum Missing {
  COLUMN("42703", "1054"),
  TABLE("42P01", "1146");

  private final String sqlState;
  private final String number;

  Missing(String sqlState, String number) {
    this.sqlState = sqlState;
    this.number = number;
  }

  /** The error, as people call it: {@code error 42703}. */
  String error(Target target) {
    return "error " + (target.dialect().isMySqlLike() ? number : sqlState);
  }
}
