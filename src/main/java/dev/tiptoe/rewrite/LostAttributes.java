package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column has and a MODIFY or CHANGE of it does not repeat.
 *
 * @param behindType of these, what has to stand right behind the type
 * @param atEnd of these, what stands behind all else
 * @param unwritten of these, what cannot be repeated because its text is not known
 */
public record LostAttributes(
    ColumnDef definition, List<String> behindType, List<String> atEnd, List<String> unwritten) {

  /** What is lost, as far as history tells the old definition. */
  public static LostAttributes of(RedefineColumn redefine, Context ctx) {
    ColumnDef now = redefine.definition();
    LostAttributes lost =
        new LostAttributes(now, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    ctx.schema()
        .table(redefine.table())
        .ifPresent(
            table ->
                table
                    .column(redefine.column())
                    .filter(old -> old.type().isPresent())
                    .ifPresent(old -> lost.compare(redefine, table, old, ctx)));
    return lost;
  }

  private void compare(RedefineColumn redefine, Table table, Column old, Context ctx) {
    if (isText(definition.type())) {
      characterSet(table, old);
    }
    // Prisma repeats what its schema knows, so what is missing there is meant to go.
    if (!ctx.isPrisma()) {
      notNull(table, redefine, old, ctx);
      defaultValue(redefine, old, ctx);
      repeat(old, Kind.AUTO_INCREMENT);
    }
    if (isSameFamily(old)) {
      repeat(old, Kind.ON_UPDATE);
    }
    repeat(old, Kind.COMMENT);
    old.attribute(Kind.ATTRIBUTE)
        .filter(a -> a.equalsIgnoreCase("INVISIBLE") && !definition.has(Kind.ATTRIBUTE))
        .ifPresent(atEnd::add);
    old.attribute(Kind.GENERATED).filter(g -> !definition.computed()).ifPresent(unwritten::add);
    if (ctx.target().is(Dialect.MARIADB) && !definition.has(Kind.CHECK)) {
      table
          .constraint(redefine.column())
          .filter(c -> c.demand() == Demand.CHECK)
          .ifPresent(c -> unwritten.add("its CHECK"));
    }
  }

  /**
   * Whoever only leaves NOT NULL out makes the column nullable; in a change of type it is
   * forgotten.
   */
  private void notNull(Table table, RedefineColumn redefine, Column old, Context ctx) {
    boolean isKey = table.primaryKey().filter(k -> k.uses(redefine.column())).isPresent();
    if (old.nullability() == Nullability.NOT_NULL
        && !definition.required()
        && !definition.has(Kind.NULL)
        && !definition.computed()
        && !isSameType(old)
        && !isKey) {
      atEnd.add(ctx.keyword("NOT NULL"));
    }
  }

  private void defaultValue(RedefineColumn redefine, Column old, Context ctx) {
    Optional<String> value =
        old.defaultValue()
            .filter(v -> !v.equalsIgnoreCase("NULL") && !isLastStep(redefine, old, ctx))
            .filter(v -> !definition.has(Kind.DEFAULT) && !definition.computed());
    value.ifPresent(
        v -> (isSameFamily(old) ? atEnd : unwritten).add(ctx.keyword("DEFAULT") + " " + v));
  }

  /** A default that only filled a new column goes when the column is, or has become, NOT NULL. */
  private boolean isLastStep(RedefineColumn redefine, Column old, Context ctx) {
    return definition.has(Kind.NOT_NULL)
        && (old.nullability() == Nullability.NULLABLE
            || ctx.addedHere(redefine.table(), redefine.column()).isPresent());
  }

  private void repeat(Column old, Kind kind) {
    old.attribute(kind).filter(a -> !definition.has(kind)).ifPresent(atEnd::add);
  }

  private void characterSet(Table table, Column old) {
    boolean collated = definition.has(Kind.COLLATE);
    old.attribute(Kind.CHARACTER_SET)
        .filter(a -> !definition.has(Kind.CHARACTER_SET) && !collated)
        .filter(a -> !says(a, table.options().characterSet()))
        .ifPresent(behindType::add);
    old.attribute(Kind.COLLATE)
        .filter(a -> !collated && !says(a, table.options().collation()))
        .ifPresent(behindType::add);
  }

  private static boolean says(String attribute, Optional<String> value) {
    return value
        .filter(v -> attribute.toLowerCase(Locale.ROOT).endsWith(" " + v.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private boolean isSameType(Column old) {
    return old.type()
        .filter(t -> t.base().equals(definition.type().base()))
        .filter(t -> t.arguments().equals(definition.type().arguments()))
        .isPresent();
  }

  private boolean isSameFamily(Column old) {
    return old.type().map(TypeName::family).filter(definition.type().family()::equals).isPresent();
  }

  private static boolean isText(TypeName type) {
    TypeFamily family = type.family();
    return family == TypeFamily.CHARACTER
        || family == TypeFamily.TEXT
        || family == TypeFamily.ENUM
        || family == TypeFamily.SET;
  }

  public boolean isEmpty() {
    return behindType.isEmpty() && atEnd.isEmpty() && unwritten.isEmpty();
  }

  /** All of it, for people. */
  public String text() {
    List<String> all = new ArrayList<>(behindType);
    all.addAll(atEnd);
    all.addAll(unwritten);
    return String.join(", ", all);
  }

  private boolean breaksOff() {
    String type = definition.type().sql();
    return type.indexOf('(') >= 0 && type.indexOf(')') < 0;
  }

  /** Repeats it; empty if not all of it can be, or if the statement breaks off. */
  public List<TextEdit> edits() {
    if (!unwritten.isEmpty() || definition.has(Kind.UNKNOWN) || breaksOff()) {
      return List.of();
    }
    int type = definition.type().span().end();
    int end =
        definition.clauses().stream()
            .filter(c -> c.kind() != Kind.FIRST && c.kind() != Kind.AFTER)
            .mapToInt((Clause c) -> c.span().end())
            .reduce(type, Math::max);
    String first = spaced(behindType);
    String last = spaced(atEnd);
    if (type == end) {
      return List.of(TextEdit.insert(type, first + last));
    }
    List<TextEdit> edits = new ArrayList<>();
    if (!first.isEmpty()) {
      edits.add(TextEdit.insert(type, first));
    }
    if (!last.isEmpty()) {
      edits.add(TextEdit.insert(end, last));
    }
    return edits;
  }

  private static String spaced(List<String> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(' ').append(part));
    return text.toString();
  }
}
