package dev.tiptoe.doctor.effects;

import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.List;

/** Which columns stand between a database and the schema that a migration wants, by their NULLs. */
public final class NullsWanted {

  private NullsWanted() {}

  /**
   * The columns that are there and may hold NULL, and may hold none at the migration's end.
   *
   * @param statements those of the script that run, in their order
   */
  public static List<RequiredColumnLeft> of(
      Script script, List<Statement> statements, LiveSchema live) {
    Catalog end = Rehearsal.of(script.file(), statements, live.catalog()).end();
    return live.catalog().tables().stream()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(c -> c.nullability() == Nullability.NULLABLE)
                    .map(c -> name(table, c))
                    .filter(name -> isRequired(name, table.name(), end))
                    .map(name -> new RequiredColumnLeft(table.name(), name)))
        .toList();
  }

  private static boolean isRequired(Name column, Name table, Catalog end) {
    return end.table(table)
        .flatMap(t -> t.column(column))
        .filter(c -> c.nullability() == Nullability.NOT_NULL)
        .isPresent();
  }

  private static Name name(Table table, Column column) {
    String bare = column.name().replace("\"", "").replace("`", "");
    return new Name("", bare, column.name(), table.name().span());
  }
}
