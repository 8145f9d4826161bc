package dev.tiptoe.project;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the tool that runs a file: by the names of the file and its neighbours, by marks in its
 * text, by the project files above. The file itself need not be there.
 */
final class ToolFinder {

  private static final int MOST_NEIGHBOURS = 20;

  private ToolFinder() {}

  /** The tool of a file, else that of its neighbours; plain SQL if nothing tells. */
  static Told<Layout> of(Path file, Supplier<String> text) {
    Path folder = ProjectFiles.folderOf(file);
    return certain(file, folder, text)
        .or(() -> ofNeighbours(folder))
        .or(() -> byProject(file, folder).map(tool -> new Told<>(tool, "the project around it")))
        .orElse(new Told<>(Layouts.PLAIN, "no sign of a tool"));
  }

  private static Optional<Told<Layout>> ofNeighbours(Path folder) {
    return ProjectFiles.names(folder).stream()
        .filter(ToolFinder::isSql)
        .limit(MOST_NEIGHBOURS)
        .map(folder::resolve)
        .flatMap(file -> certain(file, folder, () -> ProjectFiles.beginning(file)).stream())
        .findFirst();
  }

  private static Optional<Told<Layout>> certain(Path file, Path folder, Supplier<String> text) {
    return byName(file, folder)
        .map(tool -> new Told<>(tool, "the names and places of its files"))
        .or(() -> byText(text.get()).map(tool -> new Told<>(tool, "a comment in its files")));
  }

  private static Optional<Layout> byName(Path file, Path folder) {
    String name = name(file);
    if (name.equals("migration.sql")) {
      return Optional.of(isDrizzle(folder) ? Layouts.DRIZZLE : Layouts.PRISMA);
    }
    if (Files.exists(folder.resolve("meta/_journal.json"))) {
      return Optional.of(Layouts.DRIZZLE);
    }
    if (Files.exists(folder.resolve("atlas.sum"))) {
      return Optional.of(Layouts.ATLAS);
    }
    if (folder.endsWith("supabase/migrations")) {
      return Optional.of(Layouts.SUPABASE);
    }
    if (name.equals("up.sql") || name.equals("down.sql")) {
      return isNamed(folder, "diesel") ? Optional.of(Layouts.DIESEL) : Optional.empty();
    }
    if (Layouts.FLYWAY.migration(name).isPresent()) {
      return Optional.of(Layouts.FLYWAY);
    }
    if (Layouts.GOLANG_MIGRATE.migration(name).isPresent()) {
      if (isNamed(folder, "sqlx")) {
        return Optional.of(Layouts.SQLX);
      }
      return Optional.of(isPop(folder, name) ? Layouts.POP : Layouts.GOLANG_MIGRATE);
    }
    return Optional.empty();
  }

  /** golang-migrate knows nothing of files for several databases. */
  private static boolean isPop(Path folder, String name) {
    return isOfPop(name) || ProjectFiles.names(folder).stream().anyMatch(ToolFinder::isOfPop);
  }

  private static boolean isOfPop(String name) {
    return Layouts.POP.migration(name).isPresent()
        && (name.contains(".autocommit.") || NamedDatabase.in(name).isPresent());
  }

  private static Optional<Layout> byText(String text) {
    for (String line : (Iterable<String>) text.lines()::iterator) {
      int dashes = line.indexOf("--");
      if (dashes >= 0) {
        Optional<Layout> marked = byMarker(line.substring(dashes + 2).strip());
        if (marked.isPresent()) {
          return marked;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Layout> byMarker(String comment) {
    String words = comment.toLowerCase(Locale.ROOT);
    if (words.startsWith("+goose ")) {
      return Optional.of(Layouts.GOOSE);
    }
    if (words.startsWith("migrate:up") || words.startsWith("migrate:down")) {
      return Optional.of(Layouts.DBMATE);
    }
    if (words.startsWith("+migrate ")) {
      return Optional.of(Layouts.SQL_MIGRATE);
    }
    if (words.startsWith("liquibase formatted sql")) {
      return Optional.of(Layouts.LIQUIBASE);
    }
    if (words.equals("up migration") || words.equals("down migration")) {
      return Optional.of(Layouts.NODE_PG_MIGRATE);
    }
    return words.startsWith("> statement-breakpoint")
        ? Optional.of(Layouts.DRIZZLE)
        : Optional.empty();
  }

  private static Optional<Layout> byProject(Path file, Path folder) {
    if (Layouts.SQLX.migration(name(file)).isEmpty()) {
      return Optional.empty();
    }
    if (isNamed(folder, "sqlx")) {
      return Optional.of(Layouts.SQLX);
    }
    return ProjectFiles.nearest(folder, level -> dependsOnNodePgMigrate(level));
  }

  private static Optional<Layout> dependsOnNodePgMigrate(Path level) {
    return ProjectFiles.lines(level.resolve("package.json")).stream()
        .filter(line -> line.startsWith("\"node-pg-migrate\":"))
        .findFirst()
        .map(line -> Layouts.NODE_PG_MIGRATE);
  }

  /** Whether the Rust project around a folder uses this crate. */
  private static boolean isNamed(Path folder, String crate) {
    return ProjectFiles.nearest(
            folder,
            level ->
                Files.exists(level.resolve(crate + ".toml"))
                        || ProjectFiles.lines(level.resolve("Cargo.toml")).stream()
                            .anyMatch(
                                line -> line.startsWith(crate) || line.endsWith("." + crate + "]"))
                    ? Optional.of(level)
                    : Optional.empty())
        .isPresent();
  }

  /** Drizzle keeps a snapshot in the folder of each migration, Prisma never does. */
  private static boolean isDrizzle(Path folder) {
    if (Files.exists(folder.resolve("snapshot.json"))) {
      return true;
    }
    Path all = ProjectFiles.folderOf(folder);
    return !Files.exists(folder.resolve("migration.sql"))
        && ProjectFiles.names(all).stream()
            .anyMatch(name -> Files.exists(all.resolve(name).resolve("snapshot.json")));
  }

  static boolean isSql(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The folder of migrations that a file belongs to. */
  static Path home(Path file, Layout layout) {
    Path folder = ProjectFiles.folderOf(file);
    List<String> alone = List.of("migration.sql", "up.sql", "down.sql");
    if (alone.contains(name(file))) {
      return ProjectFiles.folderOf(folder);
    }
    if (layout == Layouts.PLAIN
        && folder.getParent() != null
        && layout.migration(name(folder) + "/" + name(file)).isPresent()) {
      return ProjectFiles.folderOf(folder);
    }
    return layout == Layouts.FLYWAY ? flywayHome(folder) : folder;
  }

  /** Flyway looks into folders of folders, from the location that it is given. */
  private static Path flywayHome(Path folder) {
    for (Path level = folder; level != null; level = level.getParent()) {
      if (level.endsWith("db/migration")) {
        return level;
      }
    }
    Path top = folder;
    Path next = folder.getParent();
    while (next != null && holdsFlyway(next)) {
      top = next;
      next = next.getParent();
    }
    return top;
  }

  private static boolean holdsFlyway(Path folder) {
    return ProjectFiles.names(folder).stream()
        .anyMatch(name -> Layouts.FLYWAY.migration(name).isPresent());
  }
}
