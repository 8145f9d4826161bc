package dev.tiptoe.cli;

import dev.tiptoe.config.Setting;
import dev.tiptoe.project.DialectFinder;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.project.Told;
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

  /** The server, and what tells it. */
  Told<Target> of(MigrationFile file, SourceFile source, Settings settings) throws FileProblem {
    Told<Dialect> dialect = dialect(file, source, settings);
    Optional<Setting<Version>> version = settings.serverVersion();
    if (version.isEmpty()) {
      return new Told<>(
          Target.oldest(dialect.value()), dialect.by() + "; the oldest version that is supported");
    }
    Version given = version.get().value();
    Dialect first = versions.computeIfAbsent(given, v -> dialect.value());
    if (first != dialect.value()) {
      throw new FileProblem(
          "is for "
              + dialect.value().title()
              + ", but --server-version was taken for that of "
              + first.title()
              + "; look at one kind of database at a time");
    }
    return new Told<>(
        new Target(first, given), dialect.by() + "; its version by " + version.get().origin());
  }

  private Told<Dialect> dialect(MigrationFile file, SourceFile source, Settings settings)
      throws FileProblem {
    if (settings.dialect().isPresent()) {
      Setting<Dialect> set = settings.dialect().get();
      return new Told<>(set.value(), set.origin().toString());
    }
    Optional<Told<Dialect>> found = dialects.find(file, source.text());
    if (found.isEmpty() && source.text().replace("\uFEFF", "").isBlank()) {
      // An empty file is right for every database.
      return new Told<>(Dialect.POSTGRESQL, "nothing, as it is empty");
    }
    return found.orElseThrow(
        () ->
            new FileProblem(
                "nothing tells whether this is for PostgreSQL, MySQL or MariaDB;"
                    + " say so with --dialect postgresql, mysql or mariadb"));
  }
}
