package dev.tiptoe.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The database that a Prisma project says it is for; folders are searched upwards, up to the root
 * of the repository.
 */
final class PrismaProvider {

  private final Map<Path, Optional<Declared>> locks = new HashMap<>();
  private final Map<Path, Optional<Declared>> schemas = new HashMap<>();

  /** What the nearest lock file says, else the nearest schema. */
  Optional<Declared> above(Path folder) {
    return lockAbove(folder).or(() -> schemaAbove(folder));
  }

  private Optional<Declared> lockAbove(Path folder) {
    Optional<Declared> known = locks.get(folder);
    if (known == null) {
      known = firstLine(folder.resolve("migration_lock.toml"));
      Path next = ProjectFiles.above(folder);
      if (known.isEmpty() && next != null) {
        known = lockAbove(next);
      }
      locks.put(folder, known);
    }
    return known;
  }

  private Optional<Declared> schemaAbove(Path folder) {
    Optional<Declared> known = schemas.get(folder);
    if (known == null) {
      known = schemaIn(folder).or(() -> schemaIn(folder.resolve("prisma")));
      Path next = ProjectFiles.above(folder);
      if (known.isEmpty() && next != null) {
        known = schemaAbove(next);
      }
      schemas.put(folder, known);
    }
    return known;
  }

  private static Optional<Declared> schemaIn(Path folder) {
    List<Path> schemas = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.prisma")) {
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
