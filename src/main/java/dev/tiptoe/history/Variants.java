package dev.tiptoe.history;

import dev.tiptoe.project.NamedDatabase;
import dev.tiptoe.sql.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files of one migration for several databases: {@code 1_a.mysql.up.sql} runs on MySQL in the place
 * of {@code 1_a.up.sql}.
 */
final class Variants {

  private final Dialect dialect;
  private final Set<String> replaced = new HashSet<>();

  Variants(List<String> paths, Dialect dialect) {
    this.dialect = dialect;
    for (String path : paths) {
      NamedDatabase.in(path)
          .filter(database -> database.includes(dialect))
          .ifPresent(database -> replaced.add(path.replace("." + database.word(), "")));
    }
  }

  /** Whether a file is for this database: for it alone, or for all and nothing is for it alone. */
  boolean runsHere(String path) {
    Optional<NamedDatabase> database = NamedDatabase.in(path);
    return database.isPresent() ? database.get().includes(dialect) : !replaced.contains(path);
  }
}
