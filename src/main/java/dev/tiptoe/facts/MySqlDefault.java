package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Outcome.Kind;
import dev.tiptoe.sql.Expression;
import dev.tiptoe.sql.Target;
import java.util.Locale;

/**
 * What MySQL and MariaDB do with a column that is added with a default.
 *
 * <p>Measured on MySQL 5.6.14, 8.0.33 and 9.7.4 and on MariaDB 10.2.11 to 11.8.6.
 */
final class MySqlDefault {

  private MySqlDefault() {}

  static Outcome outcome(TypeName type, Expression value, Target target) {
    if (AddedColumn.fillsForFree(type, value, target)) {
      return instant();
    }
    boolean temporal =
        type.family() == TypeFamily.DATETIME || type.family() == TypeFamily.TIMESTAMP;
    return switch (value.kind()) {
      case CONSTANT ->
          AddedColumn.takesLiteralDefault(type, target)
              ? rebuilds()
              : Outcome.failsAlways(
                  "refuses it with error 1101: such a column takes no literal default");
      case CURRENT_TIME -> temporal ? rebuilds() : expression(type, value, target);
      case VOLATILE -> differing(value, target);
      default -> expression(type, value, target);
    };
  }

  private static Outcome expression(TypeName type, Expression value, Target target) {
    if (target.is(MYSQL)) {
      return type.family() == TypeFamily.SPATIAL
          ? Outcome.fails(
              "refuses it with error 1138 (invalid use of NULL value) as soon as the table holds a row")
          : copies(target);
    }
    return switch (value.kind()) {
      case CONSTANT, CURRENT_TIME, STABLE ->
          AddedColumn.hasInstantAdd(target) ? instant() : rebuilds();
      case READS_ROWS -> copies(target);
      default -> evaluatesOnce(value, target) ? sameForAll() : instantOrCopy(target);
    };
  }

  private static Outcome differing(Expression value, Target target) {
    if (target.is(MYSQL)) {
      return Outcome.failsAlways(
          "refuses it with error 1674, because the default differs from row to row (unless binlog_format is STATEMENT)");
    }
    return evaluatesOnce(value, target) ? sameForAll() : copies(target);
  }

  /**
   * MariaDB takes RAND() for a constant when it adds a column instantly, but not UUID() and the
   * like.
   */
  private static boolean evaluatesOnce(Expression value, Target target) {
    return AddedColumn.hasInstantAdd(target)
        && value.sql().toUpperCase(Locale.ROOT).contains("RAND(");
  }

  private static Outcome sameForAll() {
    return new Outcome(
        Kind.FILLS_SILENTLY,
        "evaluates the default once and gives every existing row the same value");
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

  private static Outcome instantOrCopy(Target target) {
    return new Outcome(
        copies(target).kind(),
        "adds it instantly or copies the whole table, depending on the functions in the default");
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
