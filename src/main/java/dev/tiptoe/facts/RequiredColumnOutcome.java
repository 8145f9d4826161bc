package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;
import static dev.tiptoe.sql.Dialect.POSTGRESQL;

import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Outcome.Kind;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.Optional;

/**
 * What making an existing column NOT NULL does where a row has NULL in it.
 *
 * <p>Measured on PostgreSQL 10 to 18, MySQL 5.6.14, 8.0.33 and 9.7.4, and MariaDB 10.2.11 to
 * 11.8.6.
 */
public final class RequiredColumnOutcome {

  private RequiredColumnOutcome() {}

  /** What happens to a row with NULL; {@code type} is the new type, if it is known. */
  public static Outcome of(Optional<TypeName> type, Target target, SqlMode mode) {
    if (target.is(POSTGRESQL)) {
      return Outcome.fails("refuses it with error 23502 if even one row has NULL in it");
    }
    boolean timestamp = type.filter(t -> t.family() == TypeFamily.TIMESTAMP).isPresent();
    if (timestamp && target.is(MARIADB)) {
      return new Outcome(
          Kind.FILLS_SILENTLY, "accepts it and silently turns every NULL into the current time");
    }
    if (mode == SqlMode.LENIENT) {
      return new Outcome(
          Kind.FILLS_SILENTLY,
          "accepts it, because sql_mode is not strict, and silently turns every NULL into 0, '' or a zero date");
    }
    String error =
        target.is(MYSQL) || !target.is(MARIADB, 10, 3, 0)
            ? "1138 (1265 where the type changes too)"
            : "1265";
    return Outcome.fails("refuses it with error " + error + " if even one row has NULL in it");
  }

  /** Whether a validated CHECK (column IS NOT NULL) spares the server its scan of the table. */
  public static boolean usesProof(Target target) {
    return target.is(POSTGRESQL, 12, 0, 0);
  }
}
