package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.AlterCost;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.ForeignKey;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule may ask about the database that its statement meets. */
public final class KnownSchema {

  private final Catalog catalog;

  KnownSchema(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Whether the table was made by this script or another of the same change, so that it holds no
   * rows of users.
   */
  public boolean isNew(Name table) {
    return catalog.table(table).filter(Table::isNew).isPresent();
  }

  /**
   * Whether the column was added by this script or another of the same change, as its table may.
   */
  public boolean isNew(Name table, Name column) {
    return isNew(table) || column(table, column).filter(Column::isNew).isPresent();
  }

  /** Whether the type was made by this script or another of the same change. */
  public boolean isNewType(Name type) {
    return catalog.isNewType(type);
  }

  /** Whether the schema was made by this script or another of the same change. */
  public boolean isNewSchema(Name schema) {
    return catalog.isNewSchema(schema);
  }

  /** Whether the name is that of a known index, which PostgreSQL's ALTER TABLE can name too. */
  public boolean isIndex(Name name) {
    return catalog.table(name).isEmpty() && catalog.indexOwner(name).isPresent();
  }

  /** The known foreign keys of other tables that point to this one. */
  public List<ForeignKey> foreignKeysTo(Name table) {
    return catalog.foreignKeysTo(table);
  }

  /** Whether the name is that of a view that is known; nobody writes to a materialized one. */
  public boolean isView(Name name) {
    return catalog.isView(name);
  }

  /** The views in whose definitions all these names occur, so that they may depend on them. */
  public List<Name> viewsNaming(Name... names) {
    return catalog.viewsNaming(List.of(names));
  }

  /** The names of the routines in whose text all these names occur. */
  public List<String> routinesNaming(Name... names) {
    return catalog.routinesNaming(List.of(names));
  }

  /** The known tables and views of a schema. */
  public List<Name> tablesIn(Name schema) {
    return catalog.tablesIn(schema);
  }

  /**
   * Whether the table can hold no row here: made by this script or emptied by it, and not filled
   * since.
   */
  public boolean isWithoutRows(Name table) {
    return catalog.table(table).filter(Table::isWithoutRows).isPresent();
  }

  /** What is known of a table. */
  public Optional<Table> table(Name table) {
    return catalog.table(table);
  }

  /** The table that has an index of this name; empty if none is known to have it. */
  public Optional<Table> indexOwner(Name index) {
    return catalog.indexOwner(index);
  }

  /** What is known of a column. */
  public Optional<Column> column(Name table, Name column) {
    return catalog.table(table).flatMap(t -> t.column(column));
  }

  /** The columns of a table's primary key, as they were written; empty if none is known. */
  public List<Name> primaryKey(Name table) {
    return catalog
        .table(table)
        .flatMap(Table::primaryKey)
        .map(Constraint::columns)
        .orElse(List.of());
  }

  /** The columns that MySQL and MariaDB set to the current time in each UPDATE that leaves them. */
  public List<String> timestampsOfUpdates(Name table) {
    return catalog.table(table).map(Table::columns).orElse(List.of()).stream()
        .filter(column -> column.attribute(Clause.Kind.ON_UPDATE).isPresent())
        .map(Column::name)
        .toList();
  }

  /** Whether a validated constraint proves that the column holds no NULL. */
  public boolean isProvenNotNull(Name table, Name column) {
    return catalog.table(table).filter(t -> t.isProvenNotNull(column)).isPresent();
  }

  /** The values of an enum type, as SQL literals in their order. */
  public Optional<List<String>> enumValues(String type) {
    return catalog.enumValues(type);
  }

  public Optional<Catalog.Domain> domain(String type) {
    return catalog.domain(type);
  }

  /** The tables that have a column of this type of the user's own, or of an array of it. */
  public List<Table> tablesOf(Name userType) {
    return catalog.tablesOf(userType);
  }

  /** How MySQL and MariaDB treat bad values here. */
  public SqlMode sqlMode() {
    return catalog.session().sqlMode();
  }

  /**
   * Whether MySQL and MariaDB hold rows and new keys against the tables that they point to here.
   */
  public boolean checksForeignKeys() {
    return catalog.session().checksForeignKeys();
  }

  /** What MySQL and MariaDB do for a statement on a table as it is now. */
  public AlterCost alterCost(Statement statement) {
    Optional<Table> table =
        statement.changes().stream()
            .filter(Change.OfTable.class::isInstance)
            .map(Change.OfTable.class::cast)
            .findFirst()
            .flatMap(change -> catalog.table(change.table()));
    return AlterCost.of(statement.changes(), table, catalog.target(), sqlMode());
  }

  /** What keys and constraints that are there demand of a column, besides that it is not null. */
  Set<Demand> demands(Name table, Name column) {
    return catalog.table(table).map(known -> known.demands(column)).orElse(Set.of());
  }
}
