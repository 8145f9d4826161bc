package dev.tiptoe.db;

import dev.tiptoe.schema.Catalog;
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
}
