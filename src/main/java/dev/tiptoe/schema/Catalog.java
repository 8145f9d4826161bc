package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Table.Origin;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables and types known at one point of a run; changed by each statement in turn. */
public final class Catalog {

  /** A domain of PostgreSQL. */
  public record Domain(boolean required, boolean hasDefault) {}

  private final Target target;
  private Map<String, Table> tables = new HashMap<>();
  private Map<String, List<String>> enums = new HashMap<>();
  private Map<String, Domain> domains = new HashMap<>();
  private Session session;
  private @Nullable Catalog atBegin;

  public Catalog(Target target) {
    this.target = target;
    this.session = new Session(target);
  }

  public Target target() {
    return target;
  }

  public Session session() {
    return session;
  }

  public Optional<Table> table(Name name) {
    return Optional.ofNullable(tables.get(key(name)));
  }

  /** The values of an enum, as SQL literals in their order. */
  public Optional<List<String>> enumValues(String type) {
    return Optional.ofNullable(enums.get(type.toLowerCase(Locale.ROOT)));
  }

  public Optional<Domain> domain(String type) {
    return Optional.ofNullable(domains.get(type.toLowerCase(Locale.ROOT)));
  }

  /** Takes in what a statement of {@code file} did. */
  public void apply(Change change, SourceFile file) {
    if (change instanceof Change.OfTable ofTable) {
      applyToTable(ofTable, file);
    } else if (change instanceof Change.Transaction transaction) {
      apply(transaction.step());
    } else if (change instanceof Change.CreateEnum type) {
      enums.put(type.type().name().toLowerCase(Locale.ROOT), type.values());
    } else if (change instanceof Change.CreateDomain type) {
      domains.put(
          type.type().name().toLowerCase(Locale.ROOT),
          new Domain(type.required(), type.hasDefault()));
    } else if (change instanceof Change.SetVariable set) {
      session.set(set.variable(), set.value());
    } else if (change instanceof Change.UseDatabase use) {
      session.use(use.database().name());
    }
  }

  private void applyToTable(Change.OfTable change, SourceFile file) {
    Name table = change.table();
    if (change instanceof Change.CreateTable create) {
      create(create, file);
    } else if (change instanceof Change.DropTable) {
      tables.remove(key(table));
    } else if (change instanceof Change.RenameTable rename) {
      Table renamed = tables.remove(key(table));
      tables.put(
          key(rename.newName(), table), renamed == null ? new Table(Origin.EXISTING) : renamed);
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
    Table known = tables.get(key(create.table()));
    if (known != null && create.existence() == Change.Existence.TOLERANT) {
      return;
    }
    Table table =
        new Table(create.existence() == Change.Existence.TOLERANT ? Origin.EXISTING : Origin.NEW);
    for (ColumnDef column : create.columns()) {
      table.put(column.name(), column(column, file));
    }
    tables.put(key(create.table()), table);
  }

  private void addColumn(Table table, Change.AddColumn add, SourceFile file) {
    Column column = column(add.column(), file);
    boolean hasValue = column.defaultValue().filter(d -> !d.equalsIgnoreCase("NULL")).isPresent();
    table.put(add.column().name(), hasValue ? column.fill() : column);
  }

  private static void redefine(Table table, Change.RedefineColumn redefine, SourceFile file) {
    boolean filled =
        table.column(redefine.column()).filter(c -> c.filled() == Column.Filled.ALL).isPresent();
    table.remove(redefine.column());
    Column column = column(redefine.definition(), file);
    table.put(redefine.definition().name(), filled ? column.fill() : column);
  }

  private static Column column(ColumnDef def, SourceFile file) {
    return new Column(
        def.name().last(),
        Optional.of(def.type()),
        def.required() ? Nullability.NOT_NULL : Nullability.NULLABLE,
        def.clause(Clause.Kind.DEFAULT).map(c -> file.text(c.body())),
        // What the server computes is nobody's to fill.
        def.computed() ? Column.Filled.ALL : Column.Filled.NONE);
  }

  private void apply(Change.Transaction.Step step) {
    switch (step) {
      case BEGIN -> atBegin = copy();
      case COMMIT -> atBegin = null;
      case ROLLBACK -> {
        // MySQL and MariaDB have committed every DDL by then.
        if (atBegin != null && !target.dialect().isMySqlLike()) {
          tables = atBegin.tables;
          enums = atBegin.enums;
          domains = atBegin.domains;
          session = atBegin.session;
        }
        atBegin = null;
      }
    }
  }

  /** What is known now; neither sees what happens to the other from here on. */
  public Catalog copy() {
    Catalog copy = new Catalog(target);
    tables.forEach((name, table) -> copy.tables.put(name, table.copy()));
    copy.enums.putAll(enums);
    copy.domains.putAll(domains);
    copy.session = session.copy();
    return copy;
  }

  /** What was applied so far is history from now on. */
  public void settle() {
    tables.replaceAll((name, table) -> table.settled());
    session = new Session(target);
    atBegin = null;
  }

  private Table known(Name table) {
    return tables.computeIfAbsent(key(table), k -> new Table(Origin.EXISTING));
  }

  private String key(Name name) {
    String schema = name.schema().isEmpty() ? session.schema() : name.schema();
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
