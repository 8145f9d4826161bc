package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Index;
import dev.tiptoe.schema.Table;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Takes a catalog back to before a change, whether or not the change was carried out: what it makes
 * goes, what it drops is there again, if only by name, and what it renames has its old name.
 */
final class Inverse {

  private static final Span NOWHERE = Span.at(0);

  private final Catalog now;

  private Inverse(Catalog now) {
    this.now = now;
  }

  /** What to apply to the catalog so that it is as before the change. */
  static List<Change> of(Change change, Catalog now) {
    if (change instanceof ConstraintChange.AddConstraint add
        && add.demand() != Demand.FOREIGN_KEY
        && add.usingIndex().isPresent()) {
      return now.table(add.table()).map(t -> giveBack(t, add)).orElse(List.of());
    }
    return new Inverse(now).of(change).stream().<Change>map(c -> c).toList();
  }

  private Optional<? extends Change> of(Change change) {
    if (change instanceof TableChange.CreateTable create) {
      return table(create.table()).map(t -> Unwritten.dropTable(create.table()));
    } else if (change instanceof TableChange.DropTable drop) {
      return make(drop.table());
    } else if (change instanceof TableChange.RenameTable rename) {
      Name from = made(rename.table());
      return rename(from, in(from.schema(), rename.newName()));
    } else if (change instanceof TableChange.MoveTable move) {
      return rename(made(move.table()), in(move.schema().name(), move.table()));
    } else if (change instanceof ObjectChange.CreateView create) {
      return now.isView(create.view())
          ? Optional.of(Unwritten.dropView(create.view()))
          : Optional.empty();
    } else if (change instanceof TypeChange type) {
      return of(type);
    } else if (change instanceof IndexChange.DropIndex drop) {
      return drop.table()
          .flatMap(this::table)
          .filter(t -> t.index(drop.index()).isEmpty())
          .map(t -> Unwritten.index(t.name(), drop.index(), IndexKind.PLAIN, List.of()));
    } else if (change instanceof IndexChange.RenameIndex rename) {
      return owner(rename.table(), rename.newName())
          .filter(t -> t.index(rename.newName()).isPresent() && t.index(rename.index()).isEmpty())
          .map(
              t ->
                  new IndexChange.RenameIndex(
                      rename.newName(), Optional.of(t.name()), rename.index(), NOWHERE));
    }
    return change instanceof Change.OfTable ofTable
        ? table(ofTable.table()).flatMap(t -> of(ofTable, t))
        : Optional.empty();
  }

  private static Optional<? extends Change> of(Change.OfTable change, Table table) {
    if (change instanceof ColumnChange.AddColumn add) {
      return table
          .column(add.column().name())
          .map(c -> Unwritten.dropColumn(table, add.column().name()));
    } else if (change instanceof ColumnChange.DropColumn drop) {
      return table.column(drop.column()).isPresent()
          ? Optional.empty()
          : Optional.of(Unwritten.column(table, drop.column()));
    } else if (change instanceof ColumnChange.RenameColumn rename) {
      return rename(table, rename.column(), rename.newName());
    } else if (change instanceof ColumnChange.RedefineColumn redefine) {
      return rename(table, redefine.column(), redefine.definition().name());
    } else if (change instanceof IndexChange.AddIndex add) {
      return made(table, add)
          .map(
              name ->
                  new IndexChange.DropIndex(
                      name,
                      Optional.of(table.name()),
                      Existence.STRICT,
                      add.access(),
                      DropBehavior.RESTRICT,
                      NOWHERE));
    } else if (change instanceof ConstraintChange constraint) {
      return of(constraint, table);
    }
    return Optional.empty();
  }

  private static Optional<? extends Change> of(ConstraintChange change, Table table) {
    if (change instanceof ConstraintChange.AddConstraint add) {
      return made(table, add).map(name -> Unwritten.dropConstraint(table, name));
    } else if (change instanceof ConstraintChange.DropConstraint drop) {
      boolean there =
          table.constraint(drop.constraint()).isPresent()
              || table.index(drop.constraint()).isPresent();
      return there
          ? Optional.empty()
          : Optional.of(Unwritten.constraint(table, Demand.CHECK, Optional.of(drop.constraint())));
    } else if (change instanceof ConstraintChange.DropPrimaryKey) {
      return table.primaryKey().isPresent()
          ? Optional.empty()
          : Optional.of(Unwritten.constraint(table, Demand.PRIMARY_KEY, Optional.empty()));
    } else if (change instanceof ConstraintChange.RenameConstraint rename
        && table.constraint(rename.newName()).isPresent()
        && table.constraint(rename.constraint()).isEmpty()) {
      return Optional.of(
          new ConstraintChange.RenameConstraint(
              table.name(), rename.newName(), rename.constraint(), NOWHERE));
    }
    return Optional.empty();
  }

  private Optional<? extends Change> of(TypeChange change) {
    if (change instanceof TypeChange.CreateEnum create) {
      return Optional.of(Unwritten.dropType(create.type()));
    } else if (change instanceof TypeChange.DropType drop) {
      return hasType(drop.type())
          ? Optional.empty()
          : Optional.of(Unwritten.type(drop.type(), List.of()));
    } else if (change instanceof TypeChange.RenameType rename) {
      if (hasType(rename.type())) {
        return hasType(rename.newName())
            ? Optional.of(Unwritten.dropType(rename.newName()))
            : Optional.empty();
      }
      return Optional.of(
          hasType(rename.newName())
              ? new TypeChange.RenameType(rename.newName(), rename.type(), NOWHERE)
              : Unwritten.type(rename.type(), List.of()));
    } else if (change instanceof TypeChange.AddEnumValue add) {
      return now.enumValues(add.type())
          .map(
              values ->
                  Unwritten.type(
                      add.type(), values.stream().filter(v -> !v.equals(add.value())).toList()));
    } else if (change instanceof TypeChange.RenameEnumValue rename) {
      return now.enumValues(rename.type())
          .filter(values -> !values.contains(rename.value()))
          .map(
              values ->
                  new TypeChange.RenameEnumValue(
                      rename.type(), rename.newValue(), rename.value(), NOWHERE));
    }
    return Optional.empty();
  }

  private Optional<Change> make(Name table) {
    return now.isView(table) || table(table).isPresent()
        ? Optional.empty()
        : Optional.of(Unwritten.table(table));
  }

  /** Where both names are there, the new one is not this table's yet, and nobody's before. */
  private Optional<? extends Change> rename(Name from, Name to) {
    if (table(from).isPresent()) {
      return table(to).map(t -> Unwritten.dropTable(to));
    }
    return table(to).isPresent()
        ? Optional.of(new TableChange.RenameTable(to, from, NOWHERE))
        : make(from);
  }

  private static Optional<? extends Change> rename(Table table, Name from, Name to) {
    if (from.sameLast(to)) {
      return Optional.empty();
    }
    if (table.column(from).isPresent()) {
      return table.column(to).map(c -> Unwritten.dropColumn(table, to));
    }
    return Optional.of(
        table.column(to).isPresent()
            ? new ColumnChange.RenameColumn(table.name(), to, from, NOWHERE)
            : Unwritten.column(table, from));
  }

  /** The index that a change makes, if it is there; one without a name is known by its parts. */
  private static Optional<Name> made(Table table, IndexChange.AddIndex add) {
    return add.name().isPresent()
        ? add.name().filter(n -> table.index(n).isPresent())
        : table.indexes().stream()
            .filter(i -> Definitions.compare(Index.of(add), i) != Likeness.DIFFERENT)
            .reduce((first, second) -> second)
            .map(i -> Facet.named(i.name()));
  }

  private static Optional<Name> made(Table table, ConstraintChange.AddConstraint add) {
    return add.name().isPresent()
        ? add.name().filter(n -> table.constraint(n).isPresent() || table.index(n).isPresent())
        : table.constraints().stream()
            .filter(
                c ->
                    c.demand() == add.demand() && Definitions.sameNames(add.columns(), c.columns()))
            .reduce((first, second) -> second)
            .map(c -> Facet.named(c.name()));
  }

  /** The index that a key has taken is one of its own again. */
  private static List<Change> giveBack(Table table, ConstraintChange.AddConstraint add) {
    Name index = add.usingIndex().orElseThrow();
    Name key = add.name().orElse(index);
    Optional<Constraint> taken = table.constraint(key);
    if (taken.isEmpty()) {
      return table.index(index).isPresent()
          ? List.of()
          : List.of(Unwritten.index(table.name(), index, IndexKind.UNIQUE, List.of()));
    }
    List<IndexPart> parts =
        taken.get().columns().stream()
            .map(c -> new IndexPart(IndexPart.Form.WHOLE, Optional.of(c), ""))
            .toList();
    return List.of(
        Unwritten.dropConstraint(table, key),
        Unwritten.index(table.name(), index, IndexKind.UNIQUE, parts));
  }

  private boolean hasType(Name type) {
    return now.enumValues(type).isPresent();
  }

  private Optional<Table> table(Name table) {
    return now.table(table);
  }

  private Optional<Table> owner(Optional<Name> table, Name index) {
    return table.isPresent() ? table.flatMap(this::table) : now.indexOwner(index);
  }

  /** A table that is not there is looked for where it would be made. */
  private Name made(Name table) {
    return table.schema().isEmpty()
        ? table(table).map(Table::name).orElse(in(now.session().schema(), table))
        : table;
  }

  private static Name in(String schema, Name name) {
    return new Name(schema, name.name(), name.sql(), name.span());
  }
}
