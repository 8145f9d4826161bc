package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange.CreateRoutine;
import dev.tiptoe.ddl.SessionChange.Transaction;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.ddl.TypeChange.AddEnumValue;
import dev.tiptoe.ddl.TypeChange.CreateEnum;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Literals;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** A value that is added to an enum cannot be used before the transaction has committed. */
public final class EnumValueUsedInTransaction extends Rule<AddEnumValue> {

  public EnumValueUsedInTransaction() {
    super(AddEnumValue.class, Severity.ERROR, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AddEnumValue add, Context ctx) {
    List<Statement> transaction = ctx.transaction();
    boolean made =
        transaction.stream()
            .flatMap(s -> s.changes().stream())
            .anyMatch(c -> c instanceof CreateEnum create && create.type().sameLast(add.type()));
    Effect adding = ctx.effect("enum_add_value").orElseThrow();
    if (adding.runsAlone()) {
      if (!transaction.isEmpty() && !made) {
        ctx.report(
            Severity.ERROR,
            Hazard.FAILS,
            add.span(),
            ctx.target() + " refuses to add a value to an enum with error 25001 in a transaction.",
            "Run it alone, in a file that the tool does not put into a transaction; from PostgreSQL 12 on it may stand in one.");
      }
      return;
    }
    Effect use =
        ctx.effect(made ? "enum_add_value_to_type_created_same_tx" : "enum_add_value_used_same_tx")
            .orElseThrow();
    use.error().ifPresent(code -> findUse(add, code, ctx));
  }

  private static void findUse(AddEnumValue add, String code, Context ctx) {
    for (Statement later : later(ctx)) {
      if (later.changes().stream().anyMatch(Transaction.class::isInstance)) {
        return;
      }
      Optional<Span> use =
          mayUse(later, add.type(), ctx)
              ? Literals.find(ctx.file().text(), later.span(), add.value(), ctx.target())
              : Optional.empty();
      if (use.isPresent()) {
        report(add, use.get(), code, ctx);
        return;
      }
    }
  }

  /** What may share a transaction with the statement and comes after it. */
  private static List<Statement> later(Context ctx) {
    boolean unknown = ctx.transaction().isEmpty() && ctx.wrapping() == Wrapping.UNKNOWN;
    return (unknown ? ctx.statements() : ctx.transaction())
        .stream().filter(s -> s.span().start() > ctx.statement().span().end()).toList();
  }

  /** Not where the value is only named, nor where the table is known to have no such column. */
  private static boolean mayUse(Statement statement, Name type, Context ctx) {
    return statement.changes().stream()
        .noneMatch(
            c ->
                c instanceof TypeChange
                    || c instanceof CreateRoutine
                    || (c instanceof Change.OfTable ofTable
                        && isWithout(ofTable.table(), type, ctx)
                        && !ctx.file().text(statement.span()).contains(type.last())));
  }

  private static boolean isWithout(Name table, Name type, Context ctx) {
    Optional<List<TypeName>> types =
        ctx.statements().stream()
            .flatMap(s -> s.changes().stream())
            .filter(c -> c instanceof CreateTable create && create.table().sameLast(table))
            .map(c -> ((CreateTable) c).columns().stream().map(ColumnDef::type).toList())
            .findFirst();
    return types
        .or(
            () ->
                ctx.schema()
                    .table(table)
                    .filter(Table::isComplete)
                    .map(EnumValueUsedInTransaction::types))
        .filter(all -> all.stream().noneMatch(t -> t.base().equalsIgnoreCase(type.name())))
        .isPresent();
  }

  private static List<TypeName> types(Table table) {
    return table.columns().stream().flatMap(c -> c.type().stream()).toList();
  }

  private static void report(AddEnumValue add, Span use, String code, Context ctx) {
    boolean certain = !ctx.transaction().isEmpty();
    ctx.report(
        certain ? Severity.ERROR : Severity.NOTE,
        Hazard.FAILS,
        use,
        add.value()
            + " is new in "
            + add.type().last()
            + (certain ? ": " : ". If the file runs in one transaction, ")
            + ctx.target()
            + " refuses to use it with error "
            + code
            + " before the ALTER TYPE has committed.",
        ctx.wrapping() == Wrapping.ALL_PENDING
            ? "Deploy the ALTER TYPE first, and this later: "
                + ctx.runner()
                + " runs all pending migrations in one transaction."
            : "Put the ALTER TYPE into a migration of its own that comes before this one.");
  }
}
