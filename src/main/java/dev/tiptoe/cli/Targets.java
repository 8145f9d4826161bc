package dev.tiptoe.cli;

import dev.tiptoe.project.DialectFinder;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Works out for which server a file is meant. */
final class Targets {

  private final DialectFinder dialects;

  /** The dialect that each given version was used for: one version cannot be for two. */
  private final Map<Version, Dialect> versions = new HashMap<>();

  Targets(Surroundings surroundings) {
    this.dialects = new DialectFinder(surroundings.folder());
  }

  Target of(MigrationFile file, SourceFile source, Settings settings) throws FileProblem {
    Optional<Dialect> found = settings.dialect();
    if (found.isEmpty()) {
      found = dialects.find(file, source.text());
    }
    if (found.isEmpty() && source.text().replace("\uFEFF", "").isBlank()) {
      // An empty file is right for every database.
      found = Optional.of(Dialect.POSTGRESQL);
    }
    Dialect dialect =
        found.orElseThrow(
            () ->
                new FileProblem(
                    "nothing tells whether this is for PostgreSQL, MySQL or MariaDB;"
                        + " say so with --dialect postgresql, mysql or mariadb"));
    Optional<Version> version = settings.serverVersion();
    if (version.isEmpty()) {
      return Target.oldest(dialect);
    }
    Dialect first = versions.computeIfAbsent(version.get(), v -> dialect);
    if (first != dialect) {
      throw new FileProblem(
          "is for "
              + dialect.title()
              + ", but --server-version was taken for that of "
              + first.title()
              + "; look at one kind of database at a time");
    }
    return new Target(dialect, version.get());
  }
}
