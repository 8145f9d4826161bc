package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.Column.Filled;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Table.Origin;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables and types known at one point of a run; changed by each statement in turn. */
public final class Catalog {

  /** A domain of PostgreSQL. */
  public record Domain(boolean required, boolean hasDefault) {}

  private final Target target;
  private Definitions now;
  private @Nullable Definitions atBegin;

  public Catalog(Target target) {
    this(target, new Definitions(target), null);
  }

  private Catalog(Target target, Definitions now, @Nullable Definitions atBegin) {
    this.target = target;
    this.now = now;
    this.atBegin = atBegin;
  }

  /** A catalog that knows the same and learns for itself from here on. */
  public Catalog copy() {
    return new Catalog(target, now.copy(), atBegin == null ? null : atBegin.copy());
  }

  /**
   * Makes history of what was taken in so far: no table is new any more, none is known to be empty,
   * and a column that may hold NULL is filled no longer because of its default, for rows with NULL
   * may have come since. The next statement runs on a new connection.
   */
  public void settle() {
    now.settle();
    newConnection();
  }

  /**
   * The next statement runs on a connection of its own: settings are as the server gives them, and
   * a transaction left open counts as committed.
   */
  public void newConnection() {
    now.session = new Session(target);
    atBegin = null;
  }

  /** The server that all statements are for. */
  public Target target() {
    return target;
  }

  public Session session() {
    return now.session;
  }

  public Optional<Table> table(Name name) {
    return now.table(key(name));
  }

  /** The values of an enum, as SQL literals in their order. */
  public Optional<List<String>> enumValues(String type) {
    return now.enums.get(type.toLowerCase(Locale.ROOT));
  }

  public Optional<Domain> domain(String type) {
    return now.domains.get(type.toLowerCase(Locale.ROOT));
  }

  /** Takes in what a statement of {@code file} did. */
  public void apply(Change change, SourceFile file) {
    if (change instanceof Change.OfTable ofTable) {
      applyToTable(ofTable, file);
    } else if (change instanceof Change.Transaction transaction) {
      apply(transaction.step());
    } else if (change instanceof Change.CreateEnum type) {
      now.enums.put(type.type().name().toLowerCase(Locale.ROOT), type.values());
    } else if (change instanceof Change.CreateDomain type) {
      now.domains.put(
          type.type().name().toLowerCase(Locale.ROOT),
          new Domain(type.required(), type.hasDefault()));
    } else if (change instanceof Change.SetVariable set) {
      now.session.set(set.variable(), set.value());
    } else if (change instanceof Change.UseDatabase use) {
      now.session.use(use.database().name());
    }
  }

  private void applyToTable(Change.OfTable change, SourceFile file) {
    Name table = change.table();
    if (change instanceof Change.CreateTable create) {
      create(create, file);
    } else if (change instanceof Change.DropTable) {
      now.remove(key(table));
    } else if (change instanceof Change.RenameTable rename) {
      now.rename(key(table), key(rename.newName(), table));
    } else if (change instanceof Change.AddColumn add) {
      addColumn(known(table), add, file);
    } else if (change instanceof Change.DropColumn drop) {
      known(table).remove(drop.column());
    } else if (change instanceof Change.RenameColumn rename) {
      known(table).rename(rename.column(), rename.newName());
    } else if (change instanceof Change.RedefineColumn redefine) {
      redefine(known(table), redefine, file);
    } else if (change instanceof Change.ChangeType type) {
      known(table).change(type.column(), c -> c.of(type.type()));
    } else if (change instanceof Change.SetNotNull set) {
      known(table).change(set.column(), c -> c.with(Nullability.NOT_NULL));
    } else if (change instanceof Change.DropNotNull drop) {
      known(table).change(drop.column(), c -> c.with(Nullability.NULLABLE));
    } else if (change instanceof Change.SetDefault set) {
      known(table)
          .change(set.column(), c -> c.withDefault(Optional.of(file.text(set.expression()))));
    } else if (change instanceof Change.DropDefault drop) {
      known(table).change(drop.column(), c -> c.withDefault(Optional.empty()));
    } else if (change instanceof Change.AddConstraint constraint) {
      known(table).addProof(constraint.name(), constraint.proven(), constraint.validity());
      if (constraint.demand() == Change.Demand.PRIMARY_KEY) {
        known(table).identifyBy(constraint.columns());
      }
    } else if (change instanceof Change.ValidateConstraint validate) {
      known(table).validate(validate.constraint());
    } else if (change instanceof Change.DropConstraint drop) {
      known(table).dropConstraint(drop.constraint());
    } else if (change instanceof Change.UpdateRows update) {
      fill(known(table), update);
    } else if (change instanceof Change.DeleteRows delete) {
      delete.nullColumns().forEach(column -> known(table).change(column, Column::fill));
      if (delete.extent() == Change.Extent.ALL) {
        known(table).empty();
      }
    } else if (change instanceof Change.InsertRows) {
      known(table).load();
    } else if (change instanceof Change.Truncate) {
      known(table).empty();
    }
  }

  /** An UPDATE fills a column if it reaches every row in which the column is NULL. */
  private static void fill(Table table, Change.UpdateRows update) {
    for (Name column : update.columns()) {
      boolean whole =
          update.extent() == Change.Extent.ALL
              || update.nullColumns().stream().anyMatch(column::sameLast);
      table.change(column, whole ? Column::fill : Column::fillPartly);
    }
  }

  private void create(Change.CreateTable create, SourceFile file) {
    boolean tolerant = create.existence() == Change.Existence.TOLERANT;
    if (tolerant && table(create.table()).isPresent()) {
      return;
    }
    Table table = new Table(tolerant ? Origin.EXISTING : Origin.NEW);
    for (ColumnDef column : create.columns()) {
      table.put(column.name(), column(column, file));
    }
    table.identifyBy(create.primaryKey());
    now.create(key(create.table()), table);
  }

  private void addColumn(Table table, Change.AddColumn add, SourceFile file) {
    Column column = column(add.column(), file);
    boolean hasValue = column.defaultValue().filter(d -> !d.equalsIgnoreCase("NULL")).isPresent();
    table.put(add.column().name(), hasValue ? column.with(Filled.BY_DEFAULT) : column);
  }

  private static void redefine(Table table, Change.RedefineColumn redefine, SourceFile file) {
    Optional<Column> old = table.column(redefine.column()).filter(Column::isFilled);
    List<Name> primaryKey = table.primaryKey();
    table.remove(redefine.column());
    if (redefine.column().sameLast(redefine.definition().name())) {
      table.identifyBy(primaryKey);
    }
    Column column = column(redefine.definition(), file);
    table.put(redefine.definition().name(), old.map(c -> column.with(c.filled())).orElse(column));
  }

  private static Column column(ColumnDef def, SourceFile file) {
    return new Column(
        def.name().last(),
        Optional.of(def.type()),
        def.required() ? Nullability.NOT_NULL : Nullability.NULLABLE,
        def.clause(Clause.Kind.DEFAULT).map(c -> file.text(c.body())),
        // What the server computes is nobody's to fill.
        def.computed() ? Filled.ALL : Filled.NONE);
  }

  private void apply(Change.Transaction.Step step) {
    switch (step) {
      case BEGIN -> atBegin = now.copy();
      case COMMIT -> atBegin = null;
      case ROLLBACK -> {
        // MySQL and MariaDB have committed every DDL by then.
        if (atBegin != null && !target.dialect().isMySqlLike()) {
          now = atBegin;
        }
        atBegin = null;
      }
    }
  }

  private Table known(Name table) {
    return now.edit(key(table));
  }

  private String key(Name name) {
    String schema = name.schema().isEmpty() ? now.session.schema() : name.schema();
    return key(schema, name.name());
  }

  /** A new name without a schema stays in the schema of the old one. */
  private String key(Name newName, Name oldName) {
    return newName.schema().isEmpty() && !oldName.schema().isEmpty()
        ? key(oldName.schema(), newName.name())
        : key(newName);
  }

  private String key(String schema, String name) {
    String table = schema + "." + name;
    return target.dialect().isMySqlLike() ? table.toLowerCase(Locale.ROOT) : table;
  }
}
