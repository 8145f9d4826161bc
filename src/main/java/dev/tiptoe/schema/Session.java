package dev.tiptoe.schema;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.Locale;

/**
 * The settings of the connection that a script runs on, as far as its own statements change them.
 */
public final class Session {

  private final Target target;
  private String schema;
  private SqlMode mode = SqlMode.STRICT;

  /** The words of texts that an EXECUTE may run. */
  private Words kept = Words.NONE;

  Session(Target target) {
    this.target = target;
    this.schema = defaultSchema(target);
  }

  private Session(Session other) {
    this.target = other.target;
    this.schema = other.schema;
    this.mode = other.mode;
    this.kept = other.kept;
  }

  Session copy() {
    return new Session(this);
  }

  /** The schema or database that an unqualified name means. */
  String schema() {
    return schema;
  }

  /** Strict, as the servers are by default, unless a statement changed it. */
  public SqlMode sqlMode() {
    return mode;
  }

  Words kept() {
    return kept;
  }

  void keep(Words words) {
    kept = kept.and(words);
  }

  void use(String database) {
    schema = database;
  }

  void set(String variable, String value) {
    switch (variable) {
      case "search_path" -> {
        String first = value.split(",", 2)[0].strip();
        String bare = first.replace("\"", "").replace("'", "");
        schema = bare.equalsIgnoreCase("default") ? defaultSchema(target) : bare;
      }
      case "sql_mode" -> {
        String modes = value.toUpperCase(Locale.ROOT);
        boolean literal = modes.startsWith("'") || modes.startsWith("\"");
        boolean strict = !literal || modes.contains("STRICT_") || modes.contains("TRADITIONAL");
        mode = strict ? SqlMode.STRICT : SqlMode.LENIENT;
      }
      default -> {}
    }
  }

  private static String defaultSchema(Target target) {
    return target.is(Dialect.POSTGRESQL) ? "public" : "";
  }
}
