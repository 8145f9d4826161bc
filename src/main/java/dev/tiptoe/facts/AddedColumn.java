package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;
import static dev.tiptoe.sql.Dialect.POSTGRESQL;

import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Outcome.Kind;
import dev.tiptoe.sql.Expression;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.Optional;

/**
 * What adding a NOT NULL column does to a table with rows, and where a default costs nothing.
 *
 * <p>Measured on PostgreSQL 10 to 18, MySQL 5.6.14, 8.0.33 and 9.7.4, and MariaDB 10.2.11 to
 * 11.8.6. INSTANT came to MySQL with 8.0.12; versions between 5.6 and 8.0.12 are taken to do what
 * 5.6.14 does.
 */
public final class AddedColumn {

  private AddedColumn() {}

  /** What the statement as it stands does; {@code value} is the column's default, if it has one. */
  public static Outcome outcome(
      ColumnDef column, Optional<Expression> value, Target target, SqlMode mode) {
    if (value.isEmpty()) {
      return withoutDefault(column, target, mode);
    }
    Expression.Kind kind = value.get().kind();
    if (kind == Expression.Kind.NULL) {
      return target.is(POSTGRESQL)
          ? Outcome.fails(
              "refuses it with error 23502 as soon as the table holds a row: its rows would get NULL")
          : Outcome.failsAlways(
              "refuses it with error 1067: NULL is no default for a NOT NULL column");
    }
    return target.is(POSTGRESQL)
        ? postgresDefault(value.get(), target)
        : MySqlDefault.outcome(column.type(), value.get(), target);
  }

  /**
   * What MySQL and MariaDB do with such a column if the same statement makes it part of a unique
   * key.
   */
  public static Outcome ofKeyWithoutDefault() {
    return Outcome.fails(
        "refuses it with error 1062 (duplicate entry) as soon as the table holds two rows, because all get the same value");
  }

  /**
   * What adding a column of a PostgreSQL domain that rejects NULL does, with or without a default.
   */
  public static Outcome ofRequiredDomain(boolean hasDefault) {
    return hasDefault
        ? new Outcome(
            Kind.REWRITES,
            "writes the whole table anew while all reads and writes of it wait, because the type is a domain with a constraint")
        : Outcome.fails(
            "refuses it with error 23502 as soon as the table holds a row, because the type is a domain that rejects NULL");
  }

  /**
   * Whether {@code value} as the default of a column that is added gives existing rows their value
   * without touching one.
   */
  public static boolean fillsForFree(TypeName type, Expression value, Target target) {
    if (target.is(POSTGRESQL)) {
      return value.isOneValue() && target.is(POSTGRESQL, 11, 0, 0);
    }
    return switch (value.kind()) {
      case CONSTANT -> hasInstantAdd(target) && takesLiteralDefault(type, target);
      case CURRENT_TIME ->
          hasInstantAdd(target)
              && (type.family() == TypeFamily.DATETIME || type.family() == TypeFamily.TIMESTAMP);
      default -> false;
    };
  }

  /** Whether this target takes an expression, and not only a literal, for a default. */
  public static boolean takesExpressionDefault(Target target) {
    return target.is(POSTGRESQL) || target.is(MYSQL, 8, 0, 13) || target.is(MARIADB, 10, 5, 0);
  }

  /** MySQL's TEXT, BLOB, JSON and spatial columns take no literal for a default: error 1101. */
  public static boolean takesLiteralDefault(TypeName type, Target target) {
    return switch (type.family()) {
      case TEXT, BLOB, JSON, SPATIAL -> !target.is(MYSQL);
      default -> true;
    };
  }

  static boolean hasInstantAdd(Target target) {
    return target.is(MYSQL, 8, 0, 12) || target.is(MARIADB, 10, 3, 0);
  }

  private static Outcome withoutDefault(ColumnDef column, Target target, SqlMode mode) {
    if (target.is(POSTGRESQL)) {
      return Outcome.fails(
          "refuses it with error 23502 (contains null values) as soon as the table holds a row");
    }
    if (column.has(Clause.Kind.PRIMARY_KEY) || column.has(Clause.Kind.UNIQUE)) {
      return ofKeyWithoutDefault();
    }
    Outcome fill = ImplicitValue.of(column.type(), target, mode);
    boolean checks = column.has(Clause.Kind.CHECK) && fill.kind() == Kind.FILLS_SILENTLY;
    return checks ? checked(fill, target) : fill;
  }

  /** MySQL holds the implicit value against the column's CHECK; MariaDB does not look. */
  private static Outcome checked(Outcome fill, Target target) {
    if (target.is(MYSQL, 8, 0, 16)) {
      return Outcome.fails(
          "refuses it with error 3819 as soon as the table holds a row, unless the implicit value of the type passes the CHECK");
    }
    return target.is(MARIADB)
        ? new Outcome(fill.kind(), fill.text() + ", whatever the CHECK says")
        : fill;
  }

  private static Outcome postgresDefault(Expression value, Target target) {
    if (!target.is(POSTGRESQL, 11, 0, 0) || !value.isOneValue()) {
      String why =
          value.kind() == Expression.Kind.VOLATILE
              ? ", because the default differs from row to row"
              : value.isOneValue() ? "" : ", unless every function in the default is stable";
      return new Outcome(
          Kind.REWRITES, "writes the whole table anew while all reads and writes of it wait" + why);
    }
    return new Outcome(
        Kind.METADATA_ONLY,
        "stores the default once and touches no row: one step is the best form here");
  }
}
