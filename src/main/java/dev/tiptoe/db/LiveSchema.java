package dev.tiptoe.db;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import java.util.Set;

/**
 * What a database holds of the tables, indexes and types that a migration names, as it is now.
 *
 * @param catalog each of these tables is complete in it; one that it does not know is not there
 * @param invalidIndexes the names, without quotes, of indexes that PostgreSQL began to build and
 *     did not finish; the catalog does not have them
 */
public record LiveSchema(Catalog catalog, Set<String> invalidIndexes) {

  public LiveSchema {
    invalidIndexes = Set.copyOf(invalidIndexes);
  }

  /** Reads the definitions of all that a script names. */
  public static LiveSchema read(Database database, Script script) throws DatabaseProblem {
    Mentions mentions = new Mentions(script.file().text());
    Definitions definitions =
        database.target().is(Dialect.POSTGRESQL)
            ? new PostgresDefinitions(database, mentions).read()
            : new MySqlDefinitions(database, mentions).read();
    Catalog catalog = new Catalog(database.target());
    apply(definitions.session(), catalog);
    definitions.statements().forEach(sql -> apply(sql, catalog));
    catalog.settle();
    apply(definitions.session(), catalog);
    return new LiveSchema(catalog, definitions.invalidIndexes());
  }

  private static void apply(String sql, Catalog catalog) {
    Script script = Script.read(new SourceFile("the database", sql), catalog.target());
    for (Statement statement : script.executed()) {
      for (Change change : statement.changes()) {
        catalog.apply(change, statement.course(), script.file());
      }
    }
  }
}
