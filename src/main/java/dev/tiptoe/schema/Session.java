package dev.tiptoe.schema;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The settings of the connection that a script runs on, as far as its own statements change them.
 */
public final class Session {

  private final Target target;
  private List<String> path;
  private SqlMode mode = SqlMode.STRICT;
  private boolean checksForeignKeys = true;

  /** The words of texts that an EXECUTE may run. */
  private Words kept = Words.NONE;

  Session(Target target) {
    this.target = target;
    this.path = defaultPath(target);
  }

  private Session(Session other) {
    this.target = other.target;
    this.path = other.path;
    this.mode = other.mode;
    this.checksForeignKeys = other.checksForeignKeys;
    this.kept = other.kept;
  }

  Session copy() {
    return new Session(this);
  }

  /** The schema or database in which an unqualified name makes something. */
  public String schema() {
    return path.get(0);
  }

  /** Where an unqualified name is looked for. */
  List<String> path() {
    return path;
  }

  /** Strict, as the servers are by default, unless a statement changed it. */
  public SqlMode sqlMode() {
    return mode;
  }

  /** Whether rows and new keys are held against the tables that foreign keys point to. */
  public boolean checksForeignKeys() {
    return checksForeignKeys;
  }

  Words kept() {
    return kept;
  }

  void keep(Words words) {
    kept = kept.and(words);
  }

  void use(String database) {
    path = List.of(database);
  }

  void set(String variable, String value) {
    switch (variable) {
      case "search_path" -> path = path(value);
      case "sql_mode" -> {
        String modes = value.toUpperCase(Locale.ROOT);
        boolean literal = modes.startsWith("'") || modes.startsWith("\"");
        boolean strict = !literal || modes.contains("STRICT_") || modes.contains("TRADITIONAL");
        mode = strict ? SqlMode.STRICT : SqlMode.LENIENT;
      }
      case "foreign_key_checks" ->
          checksForeignKeys =
              !value.equals("0")
                  && !value.equalsIgnoreCase("OFF")
                  && !value.equalsIgnoreCase("FALSE");
      default -> {}
    }
  }

  /** There is no schema of the user's own name, as servers are set up. */
  private List<String> path(String value) {
    List<String> schemas =
        Stream.of(value.split(","))
            .map(s -> s.strip().replace("\"", "").replace("'", ""))
            .filter(s -> !s.equals("$user"))
            .toList();
    return schemas.isEmpty() || schemas.get(0).equalsIgnoreCase("default")
        ? defaultPath(target)
        : schemas;
  }

  private static List<String> defaultPath(Target target) {
    return List.of(target.is(Dialect.POSTGRESQL) ? "public" : "");
  }
}
