package dev.tiptoe.project;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.sql.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The version of a migration tool: from lock files, else from what the project asks for, as far as
 * the tool does the same over the whole range.
 */
final class ToolVersions {

  private static final Map<Layout, String> NPM =
      Map.of(
          Layouts.PRISMA, "prisma",
          Layouts.DRIZZLE, "drizzle-orm",
          Layouts.DBMATE, "dbmate",
          Layouts.SUPABASE, "supabase",
          Layouts.NODE_PG_MIGRATE, "node-pg-migrate");
  private static final Map<Layout, String> MAVEN =
      Map.of(Layouts.FLYWAY, "flyway", Layouts.LIQUIBASE, "liquibase");
  private static final Map<Layout, String> CARGO =
      Map.of(Layouts.SQLX, "sqlx", Layouts.DIESEL, "diesel");
  private static final Map<Layout, String> GO =
      Map.of(
          Layouts.GOOSE, "github.com/pressly/goose/",
          Layouts.GOLANG_MIGRATE, "github.com/golang-migrate/migrate/",
          Layouts.POP, "github.com/gobuffalo/pop/",
          Layouts.DBMATE, "github.com/amacneil/dbmate/",
          Layouts.SQL_MIGRATE, "github.com/rubenv/sql-migrate",
          Layouts.ATLAS, "ariga.io/atlas");

  private final Map<Path, Map<Layout, Optional<Version>>> known = new HashMap<>();

  /** The version that the project around a folder uses; empty if that is not known. */
  Optional<Version> of(Layout tool, Path folder) {
    return ProjectFiles.nearest(
        folder,
        level ->
            known
                .computeIfAbsent(level, any -> new HashMap<>())
                .computeIfAbsent(tool, any -> in(level, tool)));
  }

  private static Optional<Version> in(Path level, Layout tool) {
    return npm(level, tool)
        .or(() -> cargo(level, tool))
        .or(() -> go(level, tool))
        .or(() -> maven(level, tool));
  }

  private static Optional<Version> npm(Path level, Layout tool) {
    String name = NPM.get(tool);
    return name == null
        ? Optional.empty()
        : LockFile.npm(level, name)
            .or(() -> asked(level.resolve("package.json"), "\"" + name + "\":", tool));
  }

  private static Optional<Version> cargo(Path level, Layout tool) {
    String name = CARGO.get(tool);
    return name == null
        ? Optional.empty()
        : LockFile.cargo(level, name)
            .or(() -> asked(level.resolve("Cargo.toml"), name + " = ", tool));
  }

  /** What a line of a project file asks for. */
  private static Optional<Version> asked(Path file, String beginning, Layout tool) {
    return ProjectFiles.lines(file).stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .map(line -> line.substring(Math.max(0, line.indexOf("version"))))
        .flatMap(line -> ProjectFiles.quoted(line).stream())
        .flatMap(asked -> VersionRange.of(asked).stream())
        .filter(range -> range.isUniform(tool.turningPoints()))
        .map(VersionRange::lowest)
        .findFirst();
  }

  private static Optional<Version> go(Path level, Layout tool) {
    String name = GO.get(tool);
    if (name == null) {
      return Optional.empty();
    }
    return ProjectFiles.lines(level.resolve("go.mod")).stream()
        .map(line -> line.startsWith("require ") ? line.substring("require ".length()) : line)
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .flatMap(rest -> LockFile.version(rest.startsWith("v") ? rest.substring(1) : rest).stream())
        .findFirst();
  }

  private static Optional<Version> maven(Path level, Layout tool) {
    String name = MAVEN.get(tool);
    if (name == null) {
      return Optional.empty();
    }
    return inPom(level.resolve("pom.xml"), name)
        .or(
            () ->
                List.of("build.gradle", "build.gradle.kts", "gradle/libs.versions.toml").stream()
                    .map(level::resolve)
                    .filter(Files::exists)
                    .flatMap(file -> inGradle(file, name).stream())
                    .findFirst());
  }

  /** The version of an artifact of the tool, or of the property by which frameworks set it. */
  private static Optional<Version> inPom(Path pom, String name) {
    List<String> lines = ProjectFiles.lines(pom);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean property = line.startsWith("<" + name + ".version>");
      boolean artifact =
          i + 1 < lines.size()
              && line.startsWith("<artifactId>" + name)
              && lines.get(i + 1).startsWith("<version>");
      if (property || artifact) {
        String element = artifact ? lines.get(i + 1) : line;
        Optional<Version> version = LockFile.version(element.substring(element.indexOf('>') + 1));
        if (version.isPresent()) {
          return version;
        }
      }
    }
    return Optional.empty();
  }

  /** A dependency in one string, a plugin with its version, or an entry of a catalog. */
  private static Optional<Version> inGradle(Path file, String name) {
    for (String line : ProjectFiles.lines(file)) {
      if (line.contains(name) && !line.startsWith("//") && !line.startsWith("#")) {
        for (String part : line.split("[:\"'\\s]+", -1)) {
          Optional<Version> version = LockFile.version(part);
          if (version.isPresent()) {
            return version;
          }
        }
      }
    }
    return Optional.empty();
  }
}
