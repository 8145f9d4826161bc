package dev.tiptoe.doctor;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.doctor.Facet.Kind;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Index;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which facets a change touches. */
final class Facets {

  private static final List<Kind> DESCRIPTIONS =
      List.of(Kind.TYPE, Kind.NULLABILITY, Kind.DEFAULT, Kind.ATTRIBUTES);

  private final Catalog live;
  private final Dialect dialect;

  Facets(Catalog live) {
    this.live = live;
    this.dialect = live.target().dialect();
  }

  /** All that a change touches between two catalogs. */
  Set<Facet> touched(Change change, Catalog before, Catalog after) {
    Set<Facet> touched = differing(before, after);
    touched.addAll(said(change, before));
    return touched;
  }

  /** What is not the same in both catalogs; a table that was not touched is one object in both. */
  private Set<Facet> differing(Catalog before, Catalog after) {
    Set<Facet> candidates = new LinkedHashSet<>();
    Map<Name, Table> old = new HashMap<>();
    before.tables().forEach(t -> old.put(t.name(), t));
    for (Table table : after.tables()) {
      Table was = old.remove(table.name());
      if (was != table) {
        candidates.addAll(of(table, after));
        if (was != null) {
          candidates.addAll(of(was, before));
        }
      }
    }
    old.values().forEach(t -> candidates.addAll(of(t, before)));
    for (Catalog catalog : List.of(before, after)) {
      catalog.enums().keySet().forEach(type -> candidates.addAll(ofEnum(type)));
    }
    candidates.removeIf(f -> f.in(before).equals(f.in(after)));
    return candidates;
  }

  /** Views are not among what is known of a database, and temporary tables are gone. */
  private Set<Facet> of(Table table, Catalog catalog) {
    Set<Facet> facets = new LinkedHashSet<>();
    if (table.isTemporary() || catalog.isView(table.name())) {
      return facets;
    }
    Facet whole = facet(Kind.TABLE, table.name(), "");
    facets.add(whole);
    for (Column column : table.columns()) {
      Facet of = new Facet(Kind.COLUMN, whole.schema(), whole.owner(), bare(column.name()));
      facets.add(of);
      DESCRIPTIONS.forEach(kind -> facets.add(of.as(kind)));
    }
    for (Index index : table.indexes()) {
      Facet of = new Facet(Kind.INDEX, whole.schema(), whole.owner(), fold(index.name()));
      facets.add(of);
      facets.add(of.as(Kind.INDEX_DEFINITION));
    }
    for (Constraint constraint : table.constraints()) {
      if (isSeen(constraint)) {
        Facet of =
            new Facet(Kind.CONSTRAINT, whole.schema(), whole.owner(), fold(constraint.name()));
        facets.add(of);
        facets.add(of.as(Kind.CONSTRAINT_DEFINITION));
        facets.add(of.as(Kind.VALIDITY));
      }
    }
    return facets;
  }

  /** MySQL makes no difference between a key and its index, and NOT NULL is seen at the column. */
  private boolean isSeen(Constraint constraint) {
    return constraint.demand() != Demand.NOT_NULL
        && (dialect == Dialect.POSTGRESQL || constraint.index().isEmpty());
  }

  private static List<Facet> ofEnum(Name type) {
    Facet of = new Facet(Kind.ENUM, type.schema(), type.name(), "");
    return List.of(of, of.as(Kind.ENUM_VALUES));
  }

  /**
   * What the change says anew, whatever was there before and even if that was the same.
   *
   * @param now what is known before it
   */
  Set<Facet> said(Change change, Catalog now) {
    if (change instanceof ColumnChange.RedefineColumn redefine) {
      Facet column =
          facet(Kind.COLUMN, resolved(redefine.table(), now), redefine.definition().name().name());
      Set<Facet> facets = new LinkedHashSet<>();
      DESCRIPTIONS.forEach(kind -> facets.add(column.as(kind)));
      return facets;
    }
    if (change instanceof IndexChange.DropIndex drop) {
      return Set.of(index(drop, now));
    }
    if (change instanceof ConstraintChange.DropConstraint drop) {
      // It takes an index along if it is a key, and nobody knows what a constraint was that is
      // gone.
      return Set.of(facet(Kind.INDEX, resolved(drop.table(), now), drop.constraint().name()));
    }
    if (change instanceof ConstraintChange.ValidateConstraint validate) {
      return Set.of(
          facet(Kind.VALIDITY, resolved(validate.table(), now), validate.constraint().name()));
    }
    if (change instanceof ConstraintChange.AddConstraint add && add.requiredColumn().isPresent()) {
      return Set.of(
          facet(Kind.NULLABILITY, resolved(add.table(), now), add.requiredColumn().get().name()));
    }
    return change instanceof Change.OfColumn ofColumn ? saidOf(ofColumn, now) : Set.of();
  }

  private Set<Facet> saidOf(Change.OfColumn change, Catalog now) {
    Kind kind;
    if (change instanceof ColumnChange.ChangeType) {
      kind = Kind.TYPE;
    } else if (change instanceof ColumnChange.SetNotNull
        || change instanceof ColumnChange.DropNotNull) {
      kind = Kind.NULLABILITY;
    } else if (change instanceof ColumnChange.SetDefault
        || change instanceof ColumnChange.DropDefault) {
      kind = Kind.DEFAULT;
    } else {
      return Set.of();
    }
    return Set.of(facet(kind, resolved(change.table(), now), change.column().name()));
  }

  private static Name resolved(Name table, Catalog catalog) {
    return catalog.table(table).map(Table::name).orElse(table);
  }

  /** PostgreSQL is not told the table, and nobody knows it if the index is gone. */
  private Facet index(IndexChange.DropIndex drop, Catalog now) {
    Optional<Name> table =
        drop.table()
            .or(
                () ->
                    now.indexOwner(drop.index())
                        .or(() -> live.indexOwner(drop.index()))
                        .map(Table::name))
            .map(t -> resolved(t, now));
    return table
        .map(t -> facet(Kind.INDEX, t, drop.index().name()))
        .orElseGet(() -> new Facet(Kind.INDEX, drop.index().schema(), "", drop.index().name()));
  }

  private Facet facet(Kind kind, Name table, String name) {
    return new Facet(kind, fold(table.schema()), fold(table.name()), fold(name));
  }

  private String bare(String column) {
    return fold(column.replace("\"", "").replace("`", ""));
  }

  private String fold(String name) {
    return dialect.isMySqlLike() ? name.toLowerCase(Locale.ROOT) : name;
  }
}
