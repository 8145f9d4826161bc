package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.DropColumn;
import dev.tiptoe.ddl.ConstraintChange.DropConstraint;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.ForeignKey;
import dev.tiptoe.schema.Index;
import dev.tiptoe.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that stands on a column which is dropped.
 *
 * @param what for people, such as {@code the unique key users_email_key}
 * @param obstacle what the server does if it refuses for its sake; else it goes without a word
 */
record ColumnDependent(String what, Optional<Effect> obstacle) {

  private static final String ALONE = "drop_column_indexed";
  private static final String SHARED_KEY = "drop_column_of_composite_unique_index";

  /** What is known to stand on a column, but for indexes that serve it alone. */
  static List<ColumnDependent> of(DropColumn drop, Context ctx) {
    return ctx.schema()
        .table(drop.table())
        .map(table -> new Search(drop, table, ctx).found())
        .orElse(List.of());
  }

  private static final class Search {
    private final DropColumn drop;
    private final Name column;
    private final Table table;
    private final Context ctx;
    private final List<ColumnDependent> found = new ArrayList<>();

    Search(DropColumn drop, Table table, Context ctx) {
      this.drop = drop;
      this.column = drop.column();
      this.table = table;
      this.ctx = ctx;
    }

    List<ColumnDependent> found() {
      table.constraints().stream().filter(c -> c.uses(column)).forEach(this::constraint);
      table.indexes().stream().filter(i -> i.uses(column)).forEach(this::index);
      table.columns().stream().filter(this::isComputedFromIt).forEach(this::computed);
      if (!isMySqlLike()) {
        ctx.schema().foreignKeysTo(drop.table()).stream()
            .filter(this::pointsToIt)
            .forEach(this::key);
      }
      return List.copyOf(found);
    }

    private void constraint(Constraint constraint) {
      boolean alone = constraint.columns().size() == 1;
      String name = " " + constraint.name();
      if (isDroppedHere(constraint.name())) {
        return;
      }
      switch (constraint.demand()) {
        case FOREIGN_KEY -> add(foreignKey(constraint), "drop_column_referencing_fk");
        case PRIMARY_KEY ->
            add(
                alone || !isMySqlLike() ? "the primary key" : "its part of the primary key",
                alone ? ALONE : composite("drop_column_of_composite_primary_key"));
        case UNIQUE -> add("the unique key" + name, alone ? ALONE : composite(SHARED_KEY));
        case CHECK -> {
          if (!alone) {
            add("the check" + name, "drop_column_used_by_check_of_two_columns");
          }
        }
        case EXCLUDE -> add("the exclusion constraint" + name, ALONE);
        case NOT_NULL -> {}
      }
    }

    private String foreignKey(Constraint constraint) {
      String key = "the foreign key " + constraint.name();
      boolean locked =
          ctx.effect("drop_column_referencing_fk").filter(e -> e.locks().size() > 1).isPresent();
      return locked
          ? key
              + " (for which "
              + constraint.reference().orElseThrow().table().last()
              + " is locked too)"
          : key;
    }

    /** PostgreSQL makes no difference between keys and other indexes here. */
    private String composite(String onMySql) {
      return isMySqlLike() ? onMySql : "drop_column_of_composite_index";
    }

    private boolean isMySqlLike() {
      return ctx.target().dialect().isMySqlLike();
    }

    private void index(Index index) {
      boolean alone = index.parts().size() == 1;
      boolean unique = index.kind() == IndexKind.UNIQUE;
      if (index.source() != Index.Source.AUTHOR
          || isDroppedHere(index.name())
          || (!unique && (alone || isMySqlLike()))) {
        return;
      }
      add(
          (unique ? "the unique index " : "the index ") + index.name(),
          alone ? ALONE : composite(SHARED_KEY));
    }

    private void computed(Column computed) {
      add("the generated column " + computed.name(), "drop_column_used_by_generated");
    }

    private void key(ForeignKey key) {
      add("the foreign key " + key, "drop_column_primary_key_referenced_by_fk");
    }

    private boolean isComputedFromIt(Column other) {
      return other
          .attribute(Clause.Kind.GENERATED)
          .filter(expression -> ctx.mentions(expression, column))
          .isPresent();
    }

    private boolean pointsToIt(ForeignKey key) {
      List<Name> columns = key.constraint().reference().orElseThrow().columns();
      return (columns.isEmpty() ? ctx.schema().primaryKey(drop.table()) : columns)
          .stream().anyMatch(column::sameLast);
    }

    private boolean isDroppedHere(String name) {
      for (Change change : ctx.statement().changes()) {
        if ((change instanceof DropConstraint constraint
                && constraint.constraint().name().equalsIgnoreCase(name))
            || (change instanceof DropIndex index && index.index().name().equalsIgnoreCase(name))) {
          return true;
        }
      }
      return false;
    }

    private void add(String what, String operation) {
      Optional<Effect> obstacle =
          ctx.effect(operation)
              .filter(Effect::fails)
              .filter(e -> drop.behavior() != DropBehavior.CASCADE);
      found.add(new ColumnDependent(what, obstacle));
    }
  }
}
