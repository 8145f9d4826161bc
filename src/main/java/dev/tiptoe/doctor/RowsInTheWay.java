package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.db.Row;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows that a change cannot be made over.
 *
 * @param columns the columns of the table whose values are wrong
 * @param sentence what they are and how many, with some of them
 * @param query that finds all of them
 */
record RowsInTheWay(Kind kind, Name table, List<Name> columns, String sentence, String query) {

  /** What is wrong with them. */
  enum Kind {
    /** NULL in what becomes required; a statement can fill it. */
    NULLS,
    /** One value twice in what becomes unique. */
    DUPLICATES,
    /** References to nothing. */
    ORPHANS
  }

  private static final int SHOWN = 3;

  /** Those of a change whose table and columns are there. */
  static Optional<RowsInTheWay> of(Change change, LiveSchema live, Database database)
      throws DatabaseProblem {
    if (change instanceof AddIndex index
        && index.kind() == IndexKind.UNIQUE
        && index.coverage() != Coverage.SOME_ROWS
        && index.parts().stream().allMatch(part -> part.form() == IndexPart.Form.WHOLE)) {
      return duplicates(index.table(), index.columns(), live, database);
    }
    if (change instanceof AddConstraint key) {
      return switch (key.demand()) {
        case UNIQUE, PRIMARY_KEY -> duplicates(key.table(), key.columns(), live, database);
        case FOREIGN_KEY ->
            key.reference().isPresent()
                ? orphans(key.table(), key.columns(), key.reference().get(), live, database)
                : Optional.empty();
        case CHECK, NOT_NULL, EXCLUDE -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** The rows that have NULL in a column. */
  static Optional<RowsInTheWay> nulls(Name table, Name column, LiveSchema live, Database database)
      throws DatabaseProblem {
    if (!has(live, table, List.of(column))) {
      return Optional.empty();
    }
    String where = " FROM " + table.sql() + " WHERE " + column.sql() + " IS NULL";
    long count = count(database, "SELECT count(*) AS n" + where);
    List<Name> key =
        live.catalog()
            .table(table)
            .flatMap(Table::primaryKey)
            .map(Constraint::columns)
            .orElse(List.of());
    String query = "SELECT " + (key.isEmpty() ? "*" : list(key)) + where;
    String sample =
        count == 0 || key.isEmpty()
            ? ""
            : ", as in the rows with " + sample(database, query + " ORDER BY " + list(key));
    return found(
        Kind.NULLS,
        table,
        List.of(column),
        count,
        rows(count) + " of " + table + " " + (count == 1 ? "has" : "have") + " NULL in " + column,
        sample,
        query);
  }

  private static Optional<RowsInTheWay> duplicates(
      Name table, List<Name> columns, LiveSchema live, Database database) throws DatabaseProblem {
    if (!has(live, table, columns)) {
      return Optional.empty();
    }
    String present =
        columns.stream().map(c -> c.sql() + " IS NOT NULL").collect(Collectors.joining(" AND "));
    String query =
        "SELECT "
            + list(columns)
            + ", count(*) AS n FROM "
            + table.sql()
            + " WHERE "
            + present
            + " GROUP BY "
            + list(columns)
            + " HAVING count(*) > 1";
    long count = count(database, "SELECT count(*) AS n FROM (" + query + ") AS doubled");
    return found(
        Kind.DUPLICATES,
        table,
        columns,
        count,
        (count == 1 ? "1 value of " : count + " values of ")
            + columns.stream().map(Name::sql).collect(Collectors.joining(", "))
            + (count == 1 ? " occurs" : " occur")
            + " more than once in "
            + table,
        count == 0 ? "" : ", as " + sample(database, query),
        query);
  }

  private static Optional<RowsInTheWay> orphans(
      Name table, List<Name> columns, Reference reference, LiveSchema live, Database database)
      throws DatabaseProblem {
    List<Name> targets =
        reference.columns().isEmpty()
            ? live.catalog()
                .table(reference.table())
                .flatMap(Table::primaryKey)
                .map(Constraint::columns)
                .orElse(List.of())
            : reference.columns();
    if (targets.size() != columns.size()
        || !has(live, table, columns)
        || !has(live, reference.table(), targets)) {
      return Optional.empty();
    }
    List<String> same = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      same.add("parent." + targets.get(i).sql() + " = child." + columns.get(i).sql());
      present.add("child." + columns.get(i).sql() + " IS NOT NULL");
    }
    String from =
        " FROM "
            + table.sql()
            + " AS child WHERE "
            + String.join(" AND ", present)
            + " AND NOT EXISTS (SELECT 1 FROM "
            + reference.table().sql()
            + " AS parent WHERE "
            + String.join(" AND ", same)
            + ")";
    String query =
        "SELECT DISTINCT "
            + columns.stream().map(c -> "child." + c.sql()).collect(Collectors.joining(", "))
            + from;
    long count = count(database, "SELECT count(*) AS n" + from);
    return found(
        Kind.ORPHANS,
        table,
        columns,
        count,
        rows(count) + " of " + table + " point to nothing in " + reference.table(),
        count == 0 ? "" : ", as with " + sample(database, query),
        query);
  }

  private static Optional<RowsInTheWay> found(
      Kind kind,
      Name table,
      List<Name> columns,
      long count,
      String sentence,
      String sample,
      String query) {
    return count == 0
        ? Optional.empty()
        : Optional.of(new RowsInTheWay(kind, table, columns, sentence + sample, query + ";"));
  }

  private static boolean has(LiveSchema live, Name table, List<Name> columns) {
    return !columns.isEmpty()
        && live.catalog()
            .table(table)
            .filter(t -> columns.stream().allMatch(c -> t.column(c).isPresent()))
            .isPresent();
  }

  private static long count(Database database, String query) throws DatabaseProblem {
    return database.query(query).get(0).number("n");
  }

  private static String sample(Database database, String query) throws DatabaseProblem {
    return database.query(query + " LIMIT " + SHOWN).stream()
        .map(Row::toString)
        .collect(Collectors.joining("; "));
  }

  private static String list(List<Name> names) {
    return names.stream().map(Name::sql).collect(Collectors.joining(", "));
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
