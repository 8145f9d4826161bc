package dev.tiptoe.sql;

import dev.tiptoe.ddl.Volatility;

/**
 * The functions that stand in defaults and backfills of MySQL and MariaDB, as adding a column with
 * them was measured; one that is not listed is unknown, not safe.
 */
final class MySqlFunctions {

  private MySqlFunctions() {}

  static Volatility volatility(String name) {
    return switch (name) {
      case "now",
          "current_timestamp",
          "current_date",
          "current_time",
          "localtime",
          "localtimestamp",
          "curdate",
          "curtime",
          "utc_timestamp",
          "utc_date",
          "current_user",
          "session_user",
          "user",
          "database",
          "date",
          "date_add",
          "date_sub",
          "date_format",
          "from_unixtime",
          "unix_timestamp",
          "str_to_date",
          "extract",
          "upper",
          "lower",
          "concat",
          "concat_ws",
          "md5",
          "sha1",
          "sha2",
          "length",
          "char_length",
          "substr",
          "substring",
          "replace",
          "trim",
          "ltrim",
          "rtrim",
          "lpad",
          "rpad",
          "left",
          "right",
          "repeat",
          "abs",
          "round",
          "floor",
          "ceil",
          "mod",
          "power",
          "greatest",
          "least",
          "coalesce",
          "nullif",
          "ifnull",
          "if",
          "json_object",
          "json_array",
          "json_quote",
          "cast",
          "convert",
          "hex",
          "unhex",
          "bin_to_uuid",
          "uuid_to_bin" ->
          Volatility.STABLE;
      case "rand",
          "random_bytes",
          "uuid",
          "uuid_short",
          "uuid_v4",
          "uuid_v7",
          "sys_guid",
          "sysdate" ->
          Volatility.VOLATILE;
      default -> Volatility.UNKNOWN;
    };
  }
}
