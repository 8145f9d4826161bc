package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Options.Guessing;
import dev.tiptoe.rewrite.Backfill.None;
import dev.tiptoe.rewrite.Backfill.Source;
import dev.tiptoe.rewrite.Backfill.Value;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Expression;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the value for the existing rows of a column: given, its own default, Prisma's meaning, or a
 * neutral one.
 */
final class ValueFinder {

  private final Context ctx;

  ValueFinder(Context ctx) {
    this.ctx = ctx;
  }

  /** The value for a column with this definition. */
  Backfill find(Name table, ColumnDef column) {
    Set<Demand> demands = demands(table, column);
    Optional<Expression> given = ctx.givenValue(table, column.name());
    if (given.isPresent()) {
      return checked(given.get(), Source.GIVEN, demands, table, column.name());
    }
    Optional<Expression> own = ownDefault(column);
    if (own.isPresent()) {
      return checked(own.get(), Source.OWN_DEFAULT, demands, table, column.name());
    }
    if (!demands.isEmpty()) {
      return new None(demandReason(demands) + giveOne(table, column.name()));
    }
    if (isUpdatedAt(column)) {
      String now = NeutralValue.currentTimestamp(column.type(), ctx);
      return new Value(ctx.expression(now), Source.PRISMA);
    }
    return guess(table, column);
  }

  /** The value for a column that is there already and of which only this is known. */
  Backfill findExisting(
      Name table, Name column, Optional<TypeName> type, Optional<Expression> defaultValue) {
    Optional<Expression> given = ctx.givenValue(table, column);
    if (given.isPresent()) {
      return checked(given.get(), Source.GIVEN, ctx.demands(table, column), table, column);
    }
    Optional<Expression> own = defaultValue.filter(e -> e.kind() != Expression.Kind.NULL);
    if (own.isPresent()) {
      return checked(own.get(), Source.OWN_DEFAULT, ctx.demands(table, column), table, column);
    }
    if (type.isEmpty()) {
      return new None(
          "the type that the column has before this statement is not known here"
              + giveOne(table, column));
    }
    return find(table, new ColumnDef(column, type.get(), List.of(), column.span()));
  }

  /** The column's own default, unless it is NULL. */
  Optional<Expression> ownDefault(ColumnDef column) {
    return column
        .clause(Kind.DEFAULT)
        .map(c -> ctx.expression(ctx.file().text(c.body())))
        .filter(e -> e.kind() != Expression.Kind.NULL);
  }

  /** How to give a value, as the end of a sentence. */
  String giveOne(Name table, Name column) {
    String schema = table.schema().isEmpty() ? "" : plain(table.schema()) + ".";
    return "; say what existing rows get, in a comment above: `-- tiptoe:backfill "
        + schema
        + plain(table.name())
        + "."
        + plain(column.name())
        + " = <value>`";
  }

  /** A name without quotes, which the comment does not need, unless it is an odd one. */
  private static String plain(String name) {
    return name.chars().allMatch(Character::isJavaIdentifierPart) ? name : '"' + name + '"';
  }

  private Backfill guess(Name table, ColumnDef column) {
    if (ctx.options().guessing() == Guessing.FORBIDDEN) {
      return new None(
          "no value is known for existing rows, and --no-guess forbids to choose one"
              + giveOne(table, column.name()));
    }
    return clientId(table, column)
        .or(() -> NeutralValue.of(column.type(), ctx))
        .<Backfill>map(v -> new Value(ctx.expression(v), Source.GUESSED))
        .orElseGet(
            () ->
                new None(
                    "no value of type "
                        + column.type()
                        + " is neutral"
                        + giveOne(table, column.name())));
  }

  /**
   * A fresh id per row where Prisma says that its client makes the value of a text column: a uuid
   * or a cuid.
   */
  private Optional<String> clientId(Name table, ColumnDef column) {
    boolean text =
        column.type().family() == TypeFamily.TEXT || column.type().family() == TypeFamily.CHARACTER;
    if (!text || !ctx.prisma().hasClientDefault(table, column.name())) {
      return Optional.empty();
    }
    if (ctx.target().dialect().isMySqlLike()) {
      return Optional.of("UUID()");
    }
    return ctx.target().is(Dialect.POSTGRESQL, 13, 0, 0)
        ? Optional.of("gen_random_uuid()::text")
        : Optional.empty();
  }

  private boolean isUpdatedAt(ColumnDef column) {
    return ctx.isPrisma()
        && switch (column.type().family()) {
          case DATETIME, TIMESTAMP ->
              switch (column.name().name().toLowerCase(Locale.ROOT)) {
                case "updatedat", "updated_at" -> true;
                default -> false;
              };
          default -> false;
        };
  }

  private Backfill checked(
      Expression value, Source source, Set<Demand> demands, Name table, Name column) {
    if (value.kind() == Expression.Kind.UNREADABLE) {
      return new None(
          "the value given, \"" + value.sql() + "\", is no expression" + giveOne(table, column));
    }
    if (value.kind() == Expression.Kind.NULL) {
      return new None("NULL is no value for a NOT NULL column" + giveOne(table, column));
    }
    boolean distinct = demands.contains(Demand.PRIMARY_KEY) || demands.contains(Demand.UNIQUE);
    if (distinct && value.isOneValue()) {
      return new None(
          "a key must differ from row to row, and "
              + value.sql()
              + " is the same for all"
              + giveOne(table, column));
    }
    return new Value(value, source);
  }

  private Set<Demand> demands(Name table, ColumnDef column) {
    Set<Demand> demands = EnumSet.noneOf(Demand.class);
    demands.addAll(ctx.demands(table, column.name()));
    demands.remove(Demand.NOT_NULL);
    if (column.has(Kind.PRIMARY_KEY)) {
      demands.add(Demand.PRIMARY_KEY);
    }
    if (column.has(Kind.UNIQUE)) {
      demands.add(Demand.UNIQUE);
    }
    if (column.has(Kind.REFERENCES)) {
      demands.add(Demand.FOREIGN_KEY);
    }
    if (column.has(Kind.CHECK)) {
      demands.add(Demand.CHECK);
    }
    return demands;
  }

  private static String demandReason(Set<Demand> demands) {
    if (demands.contains(Demand.PRIMARY_KEY) || demands.contains(Demand.UNIQUE)) {
      return "the column is part of a key, so every row needs a value of its own";
    }
    if (demands.contains(Demand.FOREIGN_KEY)) {
      return "the column is a foreign key, so its value must be a row that exists";
    }
    return "a constraint limits its values, so none can be chosen for you";
  }
}
