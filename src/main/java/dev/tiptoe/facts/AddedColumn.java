package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;
import static dev.tiptoe.sql.Dialect.POSTGRESQL;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Outcome.Kind;
import dev.tiptoe.sql.Expression;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.Optional;
import java.util.Set;

/**
 * What adding a NOT NULL column does to a table with rows, and where a default costs nothing.
 *
 * <p>Measured on PostgreSQL 10 to 18, MySQL 5.6.14, 8.0.33 and 9.7.4, and MariaDB 10.2.11 to
 * 11.8.6. INSTANT came to MySQL with 8.0.12; versions between 5.6 and 8.0.12 are taken to do what
 * 5.6.14 does.
 */
public final class AddedColumn {

  private AddedColumn() {}

  /**
   * What the statement as it stands does.
   *
   * @param value the column's default, if it has one
   * @param demands the keys and constraints that the same statement puts over the column
   */
  public static Outcome outcome(
      ColumnDef column,
      Optional<Expression> value,
      Set<Demand> demands,
      Target target,
      SqlMode mode) {
    if (value.isEmpty()) {
      return withoutDefault(column, demands, target, mode);
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

  private static Outcome withoutDefault(
      ColumnDef column, Set<Demand> demands, Target target, SqlMode mode) {
    if (target.is(POSTGRESQL)) {
      return Outcome.fails(
          "refuses it with error 23502 (contains null values) as soon as the table holds a row");
    }
    boolean key =
        column.has(Clause.Kind.PRIMARY_KEY)
            || column.has(Clause.Kind.UNIQUE)
            || demands.contains(Demand.PRIMARY_KEY)
            || demands.contains(Demand.UNIQUE);
    if (key) {
      return Outcome.fails(
          "refuses it with error 1062 (duplicate entry) as soon as the table holds two rows, because all get the same value");
    }
    Outcome fill = ImplicitValue.of(column.type(), target, mode);
    return fill.kind() == Kind.FILLS_SILENTLY ? checked(column, demands, fill, target) : fill;
  }

  /**
   * The implicit value must be a row that is referenced and pass a CHECK; MariaDB overlooks one in
   * the definition.
   */
  private static Outcome checked(
      ColumnDef column, Set<Demand> demands, Outcome fill, Target target) {
    boolean inline = target.is(MYSQL, 9, 0, 0) || target.is(MARIADB, 10, 5, 0);
    if (demands.contains(Demand.FOREIGN_KEY) || (inline && column.has(Clause.Kind.REFERENCES))) {
      return Outcome.fails(
          "refuses it with error 1452 as soon as the table holds a row, unless the implicit value of the type is a row of the referenced table");
    }
    boolean check = column.has(Clause.Kind.CHECK);
    if (demands.contains(Demand.CHECK) || (check && target.is(MYSQL, 8, 0, 16))) {
      return Outcome.fails(
          "refuses it with error "
              + (target.is(MARIADB) ? "4025" : "3819")
              + " as soon as the table holds a row, unless the implicit value of the type passes the CHECK");
    }
    return check && target.is(MARIADB)
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
