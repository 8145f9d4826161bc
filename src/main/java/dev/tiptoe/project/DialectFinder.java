package dev.tiptoe.project;

import dev.tiptoe.sql.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which database a migration is for: from Prisma's or Drizzle's own files, else from its
 * name, else from what only one of them reads, else from the project around it.
 */
public final class DialectFinder {

  private final Path folder;
  private final PrismaProvider prisma = new PrismaProvider();
  private final ProjectDialect project = new ProjectDialect();
  private final Map<Path, DialectSigns> votes = new HashMap<>();

  /** Paths in messages are relative to {@code folder}. */
  public DialectFinder(Path folder) {
    this.folder = folder;
  }

  /**
   * The dialect of a file; empty if nothing tells.
   *
   * @throws FileProblem if its project is for a database that is not supported
   */
  public Optional<Told<Dialect>> find(MigrationFile file, String text) throws FileProblem {
    Path own = ProjectFiles.folderOf(file.path());
    Optional<Declared> declared = prisma.above(own).or(() -> ProjectDialect.beside(file.path()));
    if (declared.isPresent()) {
      return Optional.of(supported(declared.get()));
    }
    Optional<Told<Dialect>> told =
        NamedDatabase.in(file.name())
            .flatMap(named -> named.dialects().stream().findFirst())
            .map(dialect -> new Told<>(dialect, "its name"))
            .or(() -> told(DialectSigns.in(text), "words that only it reads"));
    if (told.isPresent()) {
      return told;
    }
    declared = project.above(own);
    return declared.isPresent()
        ? Optional.of(supported(declared.get()))
        : byNeighbours(own, file.top().toAbsolutePath().normalize());
  }

  private Optional<Told<Dialect>> byNeighbours(Path own, Path top) {
    for (Path level = own; level != null; level = level.getParent()) {
      Optional<Told<Dialect>> told = told(vote(level), "words in the files around it");
      if (told.isPresent() || level.equals(top) || !level.startsWith(top)) {
        return told;
      }
    }
    return Optional.empty();
  }

  private static Optional<Told<Dialect>> told(DialectSigns signs, String by) {
    return signs.verdict().map(dialect -> new Told<>(dialect, by));
  }

  private Told<Dialect> supported(Declared declared) throws FileProblem {
    String where = Slashes.between(folder.toAbsolutePath().normalize(), declared.where());
    // A Prisma provider "mysql" may also be a MariaDB server; MySQL is the stricter guess.
    Optional<Dialect> dialect = Dialect.of(declared.provider());
    if (dialect.isPresent()) {
      return new Told<>(dialect.get(), where);
    }
    String title =
        switch (declared.provider().toLowerCase(Locale.ROOT)) {
          case "cockroachdb" -> "CockroachDB";
          case "sqlite", "turso" -> "SQLite";
          case "sqlserver", "mssql" -> "SQL Server";
          case "mongodb" -> "MongoDB";
          default -> "\"" + declared.provider() + "\"";
        };
    throw new FileProblem(
        "is for "
            + title
            + " according to "
            + where
            + "; Tiptoe knows PostgreSQL, MySQL and MariaDB. If it is for one of them after all, say so with --dialect");
  }

  /** All migrations below a folder together. */
  private DialectSigns vote(Path level) {
    DialectSigns known = votes.get(level);
    if (known == null) {
      known = DialectSigns.none();
      for (MigrationFile neighbour : neighbours(level)) {
        try {
          known =
              known.with(
                  DialectSigns.in(SourceReader.read(neighbour.path(), neighbour.shown()).text()));
        } catch (FileProblem silent) {
          // It is reported when its own turn comes; here it only has no vote.
        }
      }
      votes.put(level, known);
    }
    return known;
  }

  private static List<MigrationFile> neighbours(Path level) {
    if (!Files.isDirectory(level)) {
      return List.of();
    }
    try {
      return MigrationFiles.below(level, "").files();
    } catch (FileProblem none) {
      return List.of();
    }
  }
}
