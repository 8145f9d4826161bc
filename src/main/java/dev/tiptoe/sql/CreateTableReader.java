package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads CREATE TABLE: columns, what stands beside them, and what makes the table special. */
final class CreateTableReader {

  private final Cursor in;
  private final Span span;
  private final Set<TableTrait> traits = EnumSet.noneOf(TableTrait.class);
  private final List<ColumnDef> columns = new ArrayList<>();
  private final List<ConstraintChange.AddConstraint> constraints = new ArrayList<>();
  private final List<IndexChange.AddIndex> indexes = new ArrayList<>();

  CreateTableReader(Cursor in, Span span, Set<TableTrait> traits) {
    this.in = in;
    this.span = span;
    this.traits.addAll(traits);
  }

  /** Reads what follows CREATE TABLE; nothing if there is no name. */
  List<Change> read() {
    Existence existence = in.takeIfNotExists();
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return List.of();
    }
    Optional<Name> partitionOf = in.take("PARTITION", "OF") ? in.takeName() : Optional.empty();
    if (in.peek("LIKE") || in.peek("OF")) {
      traits.add(TableTrait.OPEN_ENDED);
    }
    for (Cursor element : in.takeParenthesized()) {
      read(element, table.get(), partitionOf.isPresent());
    }
    TableOptions options = in.mySqlLike() ? TableOptionsReader.read(in) : TableOptions.NONE;
    boolean filled = tail();
    Change create =
        new TableChange.CreateTable(
            table.get(),
            existence,
            Set.copyOf(traits),
            List.copyOf(columns),
            List.copyOf(constraints),
            List.copyOf(indexes),
            partitionOf,
            options,
            span);
    return filled ? List.of(create, new RowChange.InsertRows(table.get(), span)) : List.of(create);
  }

  /** A table whose columns are those of a query. */
  static Change openEnded(Name table, Set<TableTrait> traits, Span span) {
    return new TableChange.CreateTable(
        table,
        Existence.STRICT,
        Set.copyOf(traits),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        TableOptions.NONE,
        span);
  }

  private void read(Cursor element, Name table, boolean partition) {
    ConstraintReader constraint = new ConstraintReader(element, table, Scope.PLAIN, element.at());
    if (constraint.startsHere()) {
      Change change = constraint.read().orElse(null);
      if (change instanceof ConstraintChange.AddConstraint add) {
        constraints.add(add);
      } else if (change instanceof IndexChange.AddIndex add) {
        indexes.add(add);
      }
      return;
    }
    Optional<ColumnDef> column =
        element.peek("LIKE") || partition ? Optional.empty() : ColumnReader.read(element);
    // The columns of CREATE TABLE t (a, b) AS SELECT have no types here.
    column.ifPresentOrElse(columns::add, () -> traits.add(TableTrait.OPEN_ENDED));
  }

  /** Whether the new table gets rows at once: CREATE TABLE ... AS SELECT. */
  private boolean tail() {
    if (in.endBefore("INHERITS") < in.limit()) {
      traits.add(TableTrait.OPEN_ENDED);
    }
    if (in.part(in.at(), in.limit()).endBefore("PARTITION") < in.limit()) {
      traits.add(TableTrait.PARTITIONED);
    }
    if (in.endBefore("SELECT", "AS") == in.limit()) {
      return false;
    }
    traits.add(TableTrait.OPEN_ENDED);
    return !in.part(in.limit() - 2, in.limit()).peek("NO", "DATA");
  }
}
