package dev.tiptoe.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The database that the configuration of a project names: that of Drizzle, Flyway, Spring Boot or
 * Supabase, or the dependencies of Rust and Go. A file that names two says nothing.
 */
final class ProjectDialect {

  private static final List<String> DRIZZLE =
      List.of("ts", "js", "mjs", "cjs", "mts", "cts").stream()
          .map(ending -> "drizzle.config." + ending)
          .toList();
  private static final List<String> WITH_URLS =
      List.of(
          "flyway.toml",
          "flyway.conf",
          "application.properties",
          "application.yml",
          "application.yaml");
  private static final List<String> DATABASES = List.of("postgresql", "mysql", "mariadb");

  private final NearestAbove<Declared> known = new NearestAbove<>(ProjectDialect::in);

  /** What Drizzle wrote beside a migration: its journal, or the snapshot in its folder. */
  static Optional<Declared> beside(Path migration) {
    Path folder = ProjectFiles.folderOf(migration);
    for (Path file :
        List.of(folder.resolve("meta/_journal.json"), folder.resolve("snapshot.json"))) {
      String text = ProjectFiles.beginning(file);
      int key = text.indexOf("\"dialect\":");
      if (key >= 0) {
        return ProjectFiles.quoted(text.substring(key + "\"dialect\":".length()))
            .map(dialect -> new Declared(dialect, file));
      }
    }
    return Optional.empty();
  }

  /** What the nearest configuration says. */
  Optional<Declared> above(Path folder) {
    return known.from(folder);
  }

  private static Optional<Declared> in(Path folder) {
    for (String name : DRIZZLE) {
      Path file = folder.resolve(name);
      for (String line : ProjectFiles.lines(file)) {
        if (line.startsWith("dialect")) {
          return ProjectFiles.quoted(line).map(dialect -> new Declared(dialect, file));
        }
      }
    }
    for (String name : WITH_URLS) {
      Path file = folder.resolve(name);
      Set<String> named = new TreeSet<>();
      for (String line : ProjectFiles.lines(file)) {
        DATABASES.stream()
            .filter(d -> !line.startsWith("#") && line.contains("jdbc:" + d + ":"))
            .forEach(named::add);
      }
      if (!named.isEmpty()) {
        return only(named, file);
      }
    }
    Path supabase = folder.resolve("config.toml");
    return folder.endsWith("supabase") && Files.exists(supabase)
        ? Optional.of(new Declared("postgresql", supabase))
        : inCargo(folder.resolve("Cargo.toml")).or(() -> inGo(folder.resolve("go.mod")));
  }

  /** The driver is what tells. */
  private static Optional<Declared> inGo(Path file) {
    Set<String> named = new TreeSet<>();
    for (String line : ProjectFiles.lines(file)) {
      if (line.contains("github.com/jackc/pgx/") || line.contains("github.com/lib/pq ")) {
        named.add("postgresql");
      }
      if (line.contains("github.com/go-sql-driver/mysql ")) {
        named.add("mysql");
      }
    }
    return only(named, file);
  }

  private static Optional<Declared> inCargo(Path file) {
    Set<String> named = new TreeSet<>();
    boolean inside = false;
    for (String line : ProjectFiles.lines(file)) {
      inside |= line.startsWith("sqlx") || line.startsWith("diesel");
      if (inside && line.contains("\"postgres\"")) {
        named.add("postgresql");
      }
      if (inside && line.contains("\"mysql\"")) {
        named.add("mysql");
      }
      // The list of features may go over several lines.
      inside &= line.contains("[") ? !line.contains("]") : !line.startsWith("]");
    }
    return only(named, file);
  }

  private static Optional<Declared> only(Set<String> named, Path file) {
    return named.size() == 1
        ? Optional.of(new Declared(named.iterator().next(), file))
        : Optional.empty();
  }
}
