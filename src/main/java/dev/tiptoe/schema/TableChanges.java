package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.MaintenanceChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.ddl.TriggerChange;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.schema.Column.Filled;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Table.Origin;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the changes of tables and their columns, keys and rows do to the definitions. */
final class TableChanges {

  private final Definitions now;
  private final SourceFile file;
  private final ColumnReading columns;

  TableChanges(Definitions now, SourceFile file) {
    this.now = now;
    this.file = file;
    this.columns = new ColumnReading(now.target(), file);
  }

  void apply(Change.OfTable change) {
    Name table = change.table();
    if (change instanceof TableChange.CreateTable create) {
      create(create);
    } else if (change instanceof TableChange.DropTable drop) {
      drop(drop);
    } else if (change instanceof TableChange.RenameTable rename) {
      rename(table, now.resolve(rename.newName(), table));
    } else if (change instanceof TableChange.MoveTable move) {
      rename(table, Definitions.in(move.schema().name(), table));
    } else if (change instanceof TableChange.AttachPartition attach) {
      attach(now.edit(attach.partition()), now.resolve(table));
    } else if (change instanceof TableChange.DetachPartition detach) {
      now.edit(detach.partition()).partition(Optional.empty());
    } else if (change instanceof TableChange.SetTableOptions set) {
      now.edit(table).setOptions(set.options());
    } else if (change instanceof TableChange.ConvertCharacterSet convert) {
      convert(convert);
    } else if (change instanceof RowChange.UpdateRows update) {
      fill(now.edit(table), update);
    } else if (change instanceof RowChange.DeleteRows delete) {
      delete(now.edit(table), delete);
    } else if (change instanceof RowChange.InsertRows) {
      now.edit(table).load();
    } else if (change instanceof RowChange.Truncate truncate) {
      truncate(truncate);
    } else if (!keepsDefinitions(change)) {
      applyToColumn(change, now.edit(table));
      applyToPartitions(change, now.resolve(table));
    }
  }

  private static boolean keepsDefinitions(Change.OfTable change) {
    return change instanceof TableChange.OtherTableAction
        || change instanceof TableChange.SetPersistence
        || change instanceof TriggerChange
        || change instanceof MaintenanceChange
        || change instanceof TableChange.Reorganize
        || change instanceof TableChange.ExecutionOption;
  }

  private void rename(Name table, Name newName) {
    Name from = now.resolve(table);
    now.rename(table, newName);
    now.edit(newName).keys().renameTable(from, newName);
  }

  /** The server gives it whatever the other partitions have. */
  private static void attach(Table partition, Name table) {
    partition.partition(Optional.of(table));
    partition.open();
  }

  /** What becomes of a column becomes of it in all partitions; the names of their keys vary. */
  private void applyToPartitions(Change.OfTable change, Name table) {
    now.editEach(
        now.partitionsOf(table),
        t -> {
          if (change instanceof ColumnChange.AddColumn add) {
            t.put(add.column().name(), columns.read(add.column()).since(origin(add)));
          } else if (change instanceof Change.OfColumn
              || change instanceof ColumnChange.DropColumn) {
            applyToColumn(change, t);
          }
          applyToPartitions(change, t.name());
        });
  }

  private void applyToColumn(Change.OfTable change, Table table) {
    if (change instanceof ColumnChange.AddColumn add) {
      addColumn(table, add);
    } else if (change instanceof ColumnChange.DropColumn drop) {
      if (drop.behavior() == DropBehavior.CASCADE) {
        dropReferences(table, columns -> columns.stream().anyMatch(drop.column()::sameLast));
      }
      table.remove(drop.column());
      table.countLayout();
    } else if (change instanceof ColumnChange.RenameColumn rename) {
      table.rename(rename.column(), rename.newName());
      now.editEach(
          now.pointingTo(table.name()),
          t -> t.keys().renameReferencedColumn(table.name(), rename.column(), rename.newName()));
    } else if (change instanceof ColumnChange.RedefineColumn redefine) {
      redefine(table, redefine);
    } else if (change instanceof ColumnChange.ChangeType type) {
      table.change(type.column(), c -> c.of(type.type()));
    } else if (change instanceof ColumnChange.SetNotNull set) {
      table.change(set.column(), c -> c.with(Nullability.NOT_NULL));
    } else if (change instanceof ColumnChange.DropNotNull drop) {
      table.change(drop.column(), c -> c.with(Nullability.NULLABLE));
    } else if (change instanceof ColumnChange.SetDefault set) {
      table.change(set.column(), c -> c.withDefault(Optional.of(file.text(set.expression()))));
    } else if (change instanceof ColumnChange.DropDefault drop) {
      table.change(drop.column(), c -> c.withDefault(Optional.empty()));
    } else {
      applyToKeys(change, table);
    }
  }

  private void applyToKeys(Change.OfTable change, Table table) {
    if (change instanceof IndexChange.AddIndex add) {
      addIndex(table, add);
    } else if (change instanceof ConstraintChange.AddConstraint add) {
      addConstraint(table, add);
    } else if (change instanceof ConstraintChange.ValidateConstraint validate) {
      table.keys().validate(validate.constraint());
    } else if (change instanceof ConstraintChange.RenameConstraint rename) {
      table.keys().renameConstraint(rename.constraint(), rename.newName());
    } else if (change instanceof ConstraintChange.DropConstraint drop) {
      if (drop.behavior() == DropBehavior.CASCADE) {
        table
            .constraint(drop.constraint())
            .filter(c -> c.index().isPresent())
            .ifPresent(key -> dropReferences(table, columns -> isSame(columns, key.columns())));
      }
      table.keys().dropConstraint(drop.constraint());
    } else if (change instanceof ConstraintChange.DropPrimaryKey) {
      table.keys().dropPrimaryKey();
    }
  }

  private void create(TableChange.CreateTable create) {
    boolean tolerant = create.existence() == Existence.TOLERANT;
    Name name =
        create.traits().contains(TableTrait.TEMPORARY)
            ? Definitions.temporary(create.table())
            : now.made(create.table());
    if (tolerant && now.table(name).isPresent()) {
      return;
    }
    Table table = now.create(Table.Kind.TABLE, name, tolerant ? Origin.EXISTING : Origin.NEW);
    table.setTraits(create.traits());
    table.setOptions(create.options());
    create.partitionOf().ifPresent(parent -> inherit(table, parent));
    create.columns().forEach(c -> table.put(c.name(), columns.read(c)));
    create.columns().forEach(c -> addInline(table, c));
    create.indexes().forEach(i -> addIndex(table, i));
    // An index that MySQL needs for a foreign key may be there by then.
    create.constraints().stream()
        .filter(c -> c.demand() != Demand.FOREIGN_KEY)
        .forEach(c -> addConstraint(table, c));
    create.constraints().stream()
        .filter(c -> c.demand() == Demand.FOREIGN_KEY)
        .forEach(c -> addConstraint(table, c));
    if (!tolerant
        && create.partitionOf().isEmpty()
        && !create.traits().contains(TableTrait.OPEN_ENDED)) {
      table.complete();
    }
  }

  private void inherit(Table table, Name parent) {
    table.partition(Optional.of(now.resolve(parent)));
    now.table(parent).ifPresent(table::putColumnsOf);
  }

  /** CASCADE empties the tables with foreign keys to it too. */
  private void truncate(RowChange.Truncate truncate) {
    Name table = now.resolve(truncate.table());
    now.edit(table).empty();
    if (truncate.behavior() == DropBehavior.CASCADE) {
      now.editEach(now.pointingTo(table), Table::empty);
    }
  }

  private void drop(TableChange.DropTable drop) {
    Name table =
        drop.traits().contains(TableTrait.TEMPORARY)
            ? Definitions.temporary(drop.table())
            : now.resolve(drop.table());
    now.remove(table);
    if (drop.behavior() == DropBehavior.CASCADE) {
      now.editEach(now.pointingTo(table), t -> t.keys().dropReferencesTo(table, r -> true));
    }
  }

  /** CASCADE takes along the foreign keys whose columns over there are such. */
  private void dropReferences(Table table, Predicate<List<Name>> gone) {
    List<Name> primary = table.primaryKey().map(Constraint::columns).orElse(List.of());
    now.editEach(
        now.pointingTo(table.name()),
        t ->
            t.keys()
                .dropReferencesTo(
                    table.name(), r -> gone.test(r.columns().isEmpty() ? primary : r.columns())));
  }

  private static boolean isSame(List<Name> columns, List<Name> others) {
    return columns.size() == others.size()
        && columns.stream().allMatch(c -> others.stream().anyMatch(c::sameLast));
  }

  private void convert(TableChange.ConvertCharacterSet convert) {
    Table table = now.edit(convert.table());
    table.setOptions(
        new TableOptions(
            Optional.empty(),
            Optional.of(convert.characterSet()),
            convert.collation(),
            Optional.empty()));
    table.changeAll(
        c -> c.type().filter(t -> isText(t.family())).isPresent() ? c.withoutCharacterSet() : c);
  }

  private static boolean isText(TypeFamily family) {
    return switch (family) {
      case CHARACTER, TEXT, ENUM, SET -> true;
      default -> false;
    };
  }

  private void addColumn(Table table, ColumnChange.AddColumn add) {
    ColumnDef definition = add.column();
    if (add.existence() == Existence.TOLERANT && table.column(definition.name()).isPresent()) {
      return;
    }
    table.countLayout();
    Column column = columns.read(definition).since(origin(add));
    table.put(definition.name(), definition.computed() ? column : column.with(filled(add, column)));
    place(table, definition);
    addInline(table, definition);
  }

  private static Filled filled(ColumnChange.AddColumn add, Column column) {
    if (column.defaultValue().filter(d -> !d.equalsIgnoreCase("NULL")).isPresent()) {
      return Filled.BY_DEFAULT;
    }
    return add.existence() == Existence.STRICT ? Filled.EMPTY : Filled.NONE;
  }

  /** One that is added only if it is not there may have been there. */
  private static Origin origin(ColumnChange.AddColumn add) {
    return add.existence() == Existence.STRICT ? Origin.NEW : Origin.EXISTING;
  }

  private void redefine(Table table, ColumnChange.RedefineColumn redefine) {
    ColumnDef definition = redefine.definition();
    Optional<Column> old = table.column(redefine.column());
    Column column = columns.read(definition).since(old.map(Column::origin).orElse(Origin.EXISTING));
    table.replace(
        redefine.column(),
        definition.name(),
        old.filter(Column::isFilled).map(c -> column.with(c.filled())).orElse(column));
    table.keys().renameColumn(redefine.column(), definition.name());
    if (table.primaryKey().filter(k -> k.uses(definition.name())).isPresent()) {
      table.change(definition.name(), c -> c.with(Nullability.NOT_NULL));
    }
    place(table, definition);
    addInline(table, definition);
  }

  private void place(Table table, ColumnDef definition) {
    if (definition.has(Clause.Kind.FIRST)) {
      table.move(definition.name(), Optional.empty());
    }
    definition
        .clause(Clause.Kind.AFTER)
        .ifPresent(c -> table.move(definition.name(), Optional.of(columns.name(c.body()))));
  }

  private void addInline(Table table, ColumnDef definition) {
    columns.constraints(table.name(), definition).forEach(c -> addConstraint(table, c));
  }

  private void addIndex(Table table, IndexChange.AddIndex add) {
    if (!table.keys().add(add, table.name(), now.taken(table, Optional.empty()))) {
      table.open();
    }
  }

  private void addConstraint(Table table, ConstraintChange.AddConstraint add) {
    Constraint constraint =
        table
            .keys()
            .add(
                add,
                add.reference().map(now::resolve),
                table.name(),
                now.taken(table, Optional.of(add.demand())));
    boolean required = add.demand() == Demand.PRIMARY_KEY || add.demand() == Demand.NOT_NULL;
    if (required && constraint.isValidated()) {
      constraint.columns().forEach(n -> table.change(n, c -> c.with(Nullability.NOT_NULL)));
    }
  }

  /**
   * An UPDATE fills a column if it gives each row in which the column is NULL a value; one made of
   * the old value is none.
   */
  private static void fill(Table table, RowChange.UpdateRows update) {
    for (Name column : update.columns()) {
      boolean whole =
          update.extent() == Extent.ALL || update.nullColumns().stream().anyMatch(column::sameLast);
      if (update.fromThemselves().stream().noneMatch(column::sameLast)) {
        table.change(column, whole ? Column::fill : Column::fillPartly);
      }
    }
  }

  private static void delete(Table table, RowChange.DeleteRows delete) {
    delete.nullColumns().forEach(column -> table.change(column, Column::fill));
    if (delete.extent() == Extent.ALL) {
      table.empty();
    }
  }
}
