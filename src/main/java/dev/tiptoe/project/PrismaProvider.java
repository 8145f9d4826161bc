package dev.tiptoe.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The database that a Prisma project says it is for; folders are searched upwards, up to the root
 * of the repository.
 */
final class PrismaProvider {

  private final NearestAbove<Declared> locks =
      new NearestAbove<>(folder -> firstLine(folder.resolve("migration_lock.toml")));
  private final NearestAbove<Declared> schemas =
      new NearestAbove<>(folder -> schemaIn(folder).or(() -> schemaIn(folder.resolve("prisma"))));

  /** What the nearest lock file says, else the nearest schema. */
  Optional<Declared> above(Path folder) {
    return locks.from(folder).or(() -> schemas.from(folder));
  }

  private static Optional<Declared> schemaIn(Path folder) {
    List<Path> schemas = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, file -> file.toString().endsWith(".prisma"))) {
      found.forEach(schemas::add);
    } catch (IOException notThere) {
      return Optional.empty();
    }
    schemas.sort(null);
    Path usual = folder.resolve("schema.prisma");
    if (schemas.remove(usual)) {
      schemas.add(0, usual);
    }
    for (Path schema : schemas) {
      Optional<Declared> declared = datasource(schema);
      if (declared.isPresent()) {
        return declared;
      }
    }
    return Optional.empty();
  }

  private static Optional<Declared> firstLine(Path lock) {
    for (String line : ProjectFiles.lines(lock)) {
      if (line.startsWith("provider")) {
        return ProjectFiles.quoted(line).map(provider -> new Declared(provider, lock));
      }
    }
    return Optional.empty();
  }

  private static Optional<Declared> datasource(Path schema) {
    boolean inside = false;
    for (String line : ProjectFiles.lines(schema)) {
      if (line.startsWith("datasource ")) {
        inside = true;
      }
      int at = line.startsWith("provider") ? 0 : line.indexOf("{ provider");
      if (inside && at >= 0) {
        return ProjectFiles.quoted(line.substring(at))
            .map(provider -> new Declared(provider, schema));
      }
      if (line.contains("}")) {
        inside = false;
      }
    }
    return Optional.empty();
  }
}
