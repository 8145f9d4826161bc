package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A foreign key between columns of types that cannot be compared is refused, rows or no rows. */
public final class ForeignKeyTypeMismatch extends Rule<AddConstraint> {

  public ForeignKeyTypeMismatch() {
    super(AddConstraint.class, Severity.ERROR);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    mismatch(add, ctx).ifPresent(types -> report(add, types, ctx));
  }

  /** Which types differ, in words; empty if none certainly do. */
  static Optional<String> mismatch(AddConstraint add, Context ctx) {
    if (add.demand() != Demand.FOREIGN_KEY || add.reference().isEmpty()) {
      return Optional.empty();
    }
    Reference reference = add.reference().get();
    List<Name> parents =
        reference.columns().isEmpty()
            ? ctx.schema().primaryKey(reference.table())
            : reference.columns();
    for (int i = 0; i < Math.min(add.columns().size(), parents.size()); i++) {
      Optional<TypeName> child = type(add.table(), add.columns().get(i), ctx);
      Optional<TypeName> parent = type(reference.table(), parents.get(i), ctx);
      if (child.isPresent() && parent.isPresent() && differ(child.get(), parent.get(), ctx)) {
        return Optional.of(
            "%s is %s and %s of %s is %s"
                .formatted(
                    add.columns().get(i).last(),
                    child.get(),
                    parents.get(i).last(),
                    reference.table(),
                    parent.get()));
      }
    }
    return Optional.empty();
  }

  private static void report(AddConstraint add, String types, Context ctx) {
    ctx.effect("add_fk_type_mismatch")
        .ifPresent(
            effect ->
                ctx.report(
                    Severity.ERROR,
                    Hazard.FAILS,
                    add.span(),
                    types + ": " + ctx.target() + " " + effect.text() + ".",
                    "Give both the same type."));
  }

  private static Optional<TypeName> type(Name table, Name column, Context ctx) {
    return ctx.schema().column(table, column).flatMap(Column::type);
  }

  /** Types of which it is not certain count as the same. */
  private static boolean differ(TypeName child, TypeName parent, Context ctx) {
    if (ctx.target().dialect().isMySqlLike()) {
      Optional<String> one = mySqlKind(child);
      Optional<String> other = mySqlKind(parent);
      return one.isPresent() && other.isPresent() && !one.equals(other);
    }
    Optional<TypeFamily> one = postgresKind(child);
    Optional<TypeFamily> other = postgresKind(parent);
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /** One family for all that PostgreSQL compares with each other. */
  private static Optional<TypeFamily> postgresKind(TypeName type) {
    return switch (type.family()) {
      case INTEGER, SERIAL, DECIMAL, FLOAT -> Optional.of(TypeFamily.INTEGER);
      case CHARACTER, TEXT -> Optional.of(TypeFamily.TEXT);
      case DATE, TIMESTAMP -> Optional.of(TypeFamily.DATE);
      case UUID, BOOLEAN, BYTES -> Optional.of(type.family());
      default -> Optional.empty();
    };
  }

  /** MySQL wants whole numbers of the same size and sign, and no text beside them. */
  private static Optional<String> mySqlKind(TypeName type) {
    String sql = type.sql().toLowerCase(Locale.ROOT);
    String sign = sql.contains("unsigned") || sql.contains("zerofill") ? " unsigned" : "";
    return switch (type.family()) {
      case CHARACTER -> Optional.of("text");
      case BOOLEAN -> Optional.of("tinyint" + sign);
      case SERIAL -> Optional.of("bigint unsigned");
      case INTEGER ->
          Optional.of(
              switch (type.base()) {
                    case "integer", "int4" -> "int";
                    case "int1" -> "tinyint";
                    case "int2" -> "smallint";
                    case "int3" -> "mediumint";
                    case "int8" -> "bigint";
                    default -> type.base();
                  }
                  + sign);
      default -> Optional.empty();
    };
  }
}
