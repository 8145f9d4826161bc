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
import dev.tiptoe.sql.Target;
import java.util.Locale;
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
      ColumnDef column, Optional<Expression> value, Target target, boolean strict) {
    if (value.isEmpty()) {
      return withoutDefault(column, target, strict);
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
        : mySqlDefault(column.type(), value.get(), target);
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

  private static boolean hasInstantAdd(Target target) {
    return target.is(MYSQL, 8, 0, 12) || target.is(MARIADB, 10, 3, 0);
  }

  private static Outcome withoutDefault(ColumnDef column, Target target, boolean strict) {
    if (target.is(POSTGRESQL)) {
      return Outcome.fails(
          "refuses it with error 23502 (contains null values) as soon as the table holds a row");
    }
    if (column.has(Clause.Kind.PRIMARY_KEY) || column.has(Clause.Kind.UNIQUE)) {
      return Outcome.fails(
          "refuses it with error 1062 (duplicate entry) as soon as the table holds two rows, because all get the same value");
    }
    return ImplicitValue.of(column.type(), target, strict);
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

  private static Outcome mySqlDefault(TypeName type, Expression value, Target target) {
    if (fillsForFree(type, value, target)) {
      return instant();
    }
    boolean temporal =
        type.family() == TypeFamily.DATETIME || type.family() == TypeFamily.TIMESTAMP;
    return switch (value.kind()) {
      case CONSTANT ->
          takesLiteralDefault(type, target)
              ? rebuilds()
              : Outcome.failsAlways(
                  "refuses it with error 1101: such a column takes no literal default");
      case CURRENT_TIME -> temporal ? rebuilds() : expressionDefault(value, target);
      case VOLATILE -> volatileDefault(value, target);
      default -> expressionDefault(value, target);
    };
  }

  private static Outcome expressionDefault(Expression value, Target target) {
    if (!target.is(MARIADB) || !value.isOneValue()) {
      return copies(target);
    }
    return target.is(MARIADB, 10, 3, 0) ? instant() : rebuilds();
  }

  private static Outcome instant() {
    return new Outcome(
        Kind.METADATA_ONLY, "adds it instantly and touches no row: one step is the best form here");
  }

  private static Outcome rebuilds() {
    return new Outcome(
        Kind.REBUILDS_ONLINE,
        "rebuilds the whole table to add it; reads and writes go on meanwhile");
  }

  private static Outcome volatileDefault(Expression value, Target target) {
    if (target.is(MYSQL)) {
      return Outcome.failsAlways(
          "refuses it with error 1674, because the default differs from row to row (unless binlog_format is STATEMENT)");
    }
    boolean random = value.sql().toUpperCase(Locale.ROOT).contains("RAND(");
    return random && target.is(MARIADB, 10, 3, 0)
        ? new Outcome(
            Kind.FILLS_SILENTLY,
            "evaluates the default once and gives every existing row the same value")
        : copies(target);
  }

  private static Outcome copies(Target target) {
    return target.is(MARIADB, 11, 2, 0)
        ? new Outcome(
            Kind.REBUILDS_ONLINE,
            "copies the whole table to add it; reads and writes go on meanwhile")
        : new Outcome(
            Kind.COPIES, "copies the whole table to add it, and writes wait until that is done");
  }
}
