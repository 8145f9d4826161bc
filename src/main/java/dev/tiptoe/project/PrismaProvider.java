package dev.tiptoe.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database that a Prisma project says it is for; folders are searched upwards, up to the root
 * of the repository.
 */
final class PrismaProvider {

  /** A provider and the file that names it. */
  record Declared(String provider, Path where) {}

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
      Path next = next(folder);
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
      Path next = next(folder);
      if (known.isEmpty() && next != null) {
        known = schemaAbove(next);
      }
      schemas.put(folder, known);
    }
    return known;
  }

  /** The folder above, if it is still in the repository: beyond lie other people's projects. */
  private static @Nullable Path next(Path folder) {
    return Files.exists(folder.resolve(".git")) ? null : folder.getParent();
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
    for (String line : lines(lock)) {
      if (line.startsWith("provider")) {
        return quoted(line).map(provider -> new Declared(provider, lock));
      }
    }
    return Optional.empty();
  }

  private static Optional<Declared> datasource(Path schema) {
    boolean inside = false;
    for (String line : lines(schema)) {
      if (line.startsWith("datasource ")) {
        inside = true;
      }
      int at = line.startsWith("provider") ? 0 : line.indexOf("{ provider");
      if (inside && at >= 0) {
        return quoted(line.substring(at)).map(provider -> new Declared(provider, schema));
      }
      if (line.contains("}")) {
        inside = false;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> quoted(String line) {
    int open = line.indexOf('"');
    int close = line.indexOf('"', open + 1);
    return open < 0 || close < 0 ? Optional.empty() : Optional.of(line.substring(open + 1, close));
  }

  /** The stripped lines; ISO 8859-1 reads any byte, and all that is looked for is ASCII. */
  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1)
          .lines()
          .map(String::strip)
          .toList();
    } catch (IOException notThere) {
      return List.of();
    }
  }
}
