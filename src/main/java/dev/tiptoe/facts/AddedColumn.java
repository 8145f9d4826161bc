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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What adding a column does to a table with rows, and where a default costs nothing. */
public final class AddedColumn {

  private static final String DEFAULT = "add_column_not_null_default_";

  private static final String REQUIRED_POINT = "add_column_not_null_no_default_point";

  private AddedColumn() {}

  /**
   * What adding it as a NOT NULL column does.
   *
   * @param value the column's default, if it has one
   * @param demands the keys and constraints that the same statement puts over the column
   */
  public static Outcome required(
      ColumnDef column,
      Optional<Expression> value,
      Set<Demand> demands,
      Target target,
      SqlMode mode) {
    Server server = new Server(target, mode);
    if (value.isPresent()) {
      return value.get().kind() == Expression.Kind.NULL
          ? server.refusal(DEFAULT + "null")
          : withDefault(column.type(), value.get(), server);
    }
    return target.is(POSTGRESQL)
        ? server.refusal("add_column_not_null_no_default_int")
        : withoutDefault(column, demands, server);
  }

  /** What adding it with this default, which is not NULL, does. */
  public static Outcome withDefault(TypeName type, Expression value, Target target, SqlMode mode) {
    return withDefault(type, value, new Server(target, mode));
  }

  /**
   * What adding a column of a PostgreSQL domain that rejects NULL does, with or without a default.
   */
  public static Outcome ofRequiredDomain(boolean hasDefault, Target target) {
    Server server = new Server(target, SqlMode.STRICT);
    if (!hasDefault) {
      Outcome refusal = server.refusal("add_column_domain_not_null");
      return new Outcome(
          refusal.kind(), refusal.text() + ", because the type is a domain that rejects NULL");
    }
    return server
        .effect("add_column_domain_not_null_default_const")
        .map(e -> written(e, ", because the type is a domain with a constraint"))
        .orElseThrow();
  }

  /**
   * Whether {@code value} as the default of a column that is added gives existing rows their value
   * without touching one.
   */
  public static boolean fillsForFree(TypeName type, Expression value, Target target) {
    boolean isPlain =
        value.kind() == Expression.Kind.CONSTANT || value.kind() == Expression.Kind.CURRENT_TIME;
    return (target.is(POSTGRESQL) ? value.isOneValue() : isPlain && !isExpression(type, value))
        && withDefault(type, value, target, SqlMode.STRICT).kind() == Kind.METADATA_ONLY;
  }

  /** Whether this target takes an expression, and not only a literal, for a default. */
  public static boolean takesExpressionDefault(Target target) {
    return target.is(POSTGRESQL)
        || new Server(target, SqlMode.STRICT).takes(DEFAULT + "constant_expression");
  }

  /** MySQL's TEXT, BLOB, JSON and spatial columns take no literal for a default: error 1101. */
  public static boolean takesLiteralDefault(TypeName type, Target target) {
    return target.is(POSTGRESQL)
        || ImplicitValue.takesLiteralDefault(type, new Server(target, SqlMode.STRICT));
  }

  private static Outcome withoutDefault(ColumnDef column, Set<Demand> demands, Server server) {
    boolean key =
        column.has(Clause.Kind.PRIMARY_KEY)
            || column.has(Clause.Kind.UNIQUE)
            || demands.contains(Demand.PRIMARY_KEY)
            || demands.contains(Demand.UNIQUE);
    if (key) {
      return Outcome.fails(
          "refuses it with error 1062 (duplicate entry) as soon as the table holds two rows, because all get the same value");
    }
    Outcome fill = ImplicitValue.of(column.type(), server);
    return fill.kind() == Kind.FILLS_SILENTLY ? checked(column, demands, fill, server) : fill;
  }

  /**
   * The implicit value must be a row that is referenced and pass a CHECK; MariaDB overlooks one in
   * the definition.
   */
  private static Outcome checked(
      ColumnDef column, Set<Demand> demands, Outcome fill, Server server) {
    boolean references =
        column.has(Clause.Kind.REFERENCES)
            && server
                .effect("add_column_inline_references")
                .flatMap(Effect::algorithm)
                .filter(a -> a == Algorithm.COPY)
                .isPresent();
    if (references || demands.contains(Demand.FOREIGN_KEY)) {
      return unless("add_fk_violated", "is a row of the referenced table", server);
    }
    boolean check = column.has(Clause.Kind.CHECK);
    boolean isLookedAt =
        server
            .effect("add_column_inline_check_violated_by_default")
            .filter(Effect::fails)
            .isPresent();
    if (demands.contains(Demand.CHECK) || (check && isLookedAt)) {
      return unless("add_check_violated", "passes the CHECK", server);
    }
    return check && server.is(MARIADB)
        ? new Outcome(fill.kind(), fill.text() + ", whatever the CHECK says")
        : fill;
  }

  private static Outcome unless(String operation, String condition, Server server) {
    return Outcome.fails(
        server.refusal(operation).text() + ", unless the implicit value of the type " + condition);
  }

  private static Outcome withDefault(TypeName type, Expression value, Server server) {
    String operation = DEFAULT + (server.is(POSTGRESQL) ? kind(value) : mySqlKind(type, value));
    Effect effect = server.effect(operation).orElseThrow();
    if (effect.fails()) {
      return Refusal.of(effect);
    }
    if (type.family() == TypeFamily.SPATIAL && server.is(MYSQL)) {
      // The rows are looked at before they have the default.
      return server.refusal(REQUIRED_POINT);
    }
    boolean isRandom = operation.endsWith("rand_expression");
    if (isRandom && effect.algorithm().filter(a -> a == Algorithm.INSTANT).isPresent()) {
      return new Outcome(
          Kind.FILLS_SILENTLY,
          "evaluates the default once and gives every existing row the same value");
    }
    return written(effect, server.is(POSTGRESQL) ? why(value) : "");
  }

  /** The default that was measured on PostgreSQL in the place of all of its kind. */
  private static String kind(Expression value) {
    return value.kind() == Expression.Kind.CONSTANT
        ? "const_int"
        : value.isOneValue() ? "now" : "random";
  }

  private static String why(Expression value) {
    return value.kind() == Expression.Kind.VOLATILE
        ? ", because the default differs from row to row"
        : value.isOneValue() ? "" : ", unless every function in the default is stable";
  }

  private static String mySqlKind(TypeName type, Expression value) {
    boolean isText =
        switch (type.family()) {
          case TEXT, BLOB, JSON, SPATIAL -> true;
          default -> false;
        };
    return switch (value.kind()) {
      case CONSTANT -> isText ? "const_text_literal" : "const_int";
      case CURRENT_TIME ->
          isExpression(type, value) ? "constant_expression" : "current_timestamp_datetime";
      case VOLATILE ->
          value.sql().toUpperCase(Locale.ROOT).contains("RAND(")
              ? "rand_expression"
              : "uuid_expression";
      case READS_ROWS -> "other_column_expression";
      default -> "constant_expression";
    };
  }

  /** The current time is more than a literal only for what holds no time of day. */
  private static boolean isExpression(TypeName type, Expression value) {
    return value.kind() == Expression.Kind.CURRENT_TIME
        && type.family() != TypeFamily.DATETIME
        && type.family() != TypeFamily.TIMESTAMP;
  }

  private static Outcome written(Effect effect, String why) {
    if (!effect.isLong() && !effect.rewrites()) {
      return new Outcome(
          Kind.METADATA_ONLY,
          effect.algorithm().isPresent()
              ? "adds it instantly and touches no row"
              : "stores the default once and touches no row");
    }
    Kind kind =
        effect.blocksReads()
            ? Kind.REWRITES
            : effect.blocksWrites() ? Kind.COPIES : Kind.REBUILDS_ONLINE;
    return new Outcome(kind, effect.text() + why);
  }
}
