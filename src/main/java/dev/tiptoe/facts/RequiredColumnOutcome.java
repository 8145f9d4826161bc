package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.POSTGRESQL;

import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Outcome.Kind;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.Optional;

/** What making an existing column NOT NULL does where a row has NULL in it. */
public final class RequiredColumnOutcome {

  private RequiredColumnOutcome() {}

  /** What happens to a row with NULL; {@code type} is the new type, if it is known. */
  public static Outcome of(Optional<TypeName> type, Target target, SqlMode mode) {
    Server server = new Server(target, mode);
    boolean timestamp = type.filter(t -> t.family() == TypeFamily.TIMESTAMP).isPresent();
    String operation =
        target.is(POSTGRESQL)
            ? "set_not_null_with_nulls"
            : timestamp && target.is(MARIADB)
                ? "modify_to_not_null_with_nulls_timestamp"
                : "modify_to_not_null_with_nulls";
    Effect effect = server.effect(operation).orElseThrow();
    if (effect.fails()) {
      String error = effect.error().orElseThrow();
      return Outcome.fails(
          "refuses it with error "
              + (error.equals("1138") ? "1138 (1265 where the type changes too)" : error)
              + " if even one row has NULL in it");
    }
    return new Outcome(
        Kind.FILLS_SILENTLY,
        timestamp && target.is(MARIADB)
            ? "accepts it and silently turns every NULL into the current time"
            : "accepts it, because sql_mode is not strict, and silently turns every NULL into 0, '' or a zero date");
  }

  /** Whether a validated CHECK (column IS NOT NULL) spares the server its scan of the table. */
  public static boolean usesProof(Target target) {
    return target.is(POSTGRESQL)
        && new Server(target, SqlMode.STRICT)
            .effect("set_not_null_with_valid_check")
            .filter(e -> !e.scans())
            .isPresent();
  }
}
