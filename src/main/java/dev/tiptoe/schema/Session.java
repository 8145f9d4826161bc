package dev.tiptoe.schema;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import java.util.Locale;

/**
 * The settings of the connection that a script runs on, as far as its own statements change them.
 */
public final class Session {

  private final Target target;
  private String schema;
  private boolean strict = true;

  Session(Target target) {
    this.target = target;
    this.schema = defaultSchema(target);
  }

  private Session(Session other) {
    this.target = other.target;
    this.schema = other.schema;
    this.strict = other.strict;
  }

  Session copy() {
    return new Session(this);
  }

  /** The schema or database that an unqualified name means. */
  String schema() {
    return schema;
  }

  /** Whether MySQL and MariaDB refuse bad values, as they do unless sql_mode was changed. */
  public boolean isStrict() {
    return strict;
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
        String mode = value.toUpperCase(Locale.ROOT);
        boolean literal = mode.startsWith("'") || mode.startsWith("\"");
        strict = !literal || mode.contains("STRICT_") || mode.contains("TRADITIONAL");
      }
      default -> {}
    }
  }

  private static String defaultSchema(Target target) {
    return target.is(Dialect.POSTGRESQL) ? "public" : "";
  }
}
