package dev.tiptoe.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the files of a project that are not SQL. What is not there or cannot be read counts as
 * empty: these files only help to understand others.
 */
final class ProjectFiles {

  private static final int BEGINNING = 64 << 10;

  private ProjectFiles() {}

  /** What the nearest folder answers, from {@code folder} up to the root of the repository. */
  static <V> Optional<V> nearest(Path folder, Function<Path, Optional<V>> ask) {
    for (Path level = folder; level != null; level = above(level)) {
      Optional<V> answer = ask.apply(level);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  /** The folder above, if it is still in the repository: beyond lie other people's projects. */
  static @Nullable Path above(Path folder) {
    return Files.exists(folder.resolve(".git")) ? null : folder.getParent();
  }

  /** The folder of a file, which need not be there. */
  static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }

  /** The stripped lines; ISO 8859-1 reads any byte, and all that is looked for is ASCII. */
  static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1)
          .lines()
          .map(String::strip)
          .toList();
    } catch (IOException notThere) {
      return List.of();
    }
  }

  /** The first 64 kB of a file, in which markers and settings stand. */
  static String beginning(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
    } catch (IOException notThere) {
      return "";
    }
  }

  /** The names of what is in a folder, sorted. */
  static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.forEach(path -> names.add(String.valueOf(path.getFileName())));
    } catch (IOException notThere) {
      return List.of();
    }
    names.sort(null);
    return names;
  }

  /** What stands in the first pair of quotes, whichever they are. */
  static Optional<String> quoted(String line) {
    for (int open = 0; open < line.length(); open++) {
      char quote = line.charAt(open);
      if (quote == '"' || quote == '\'' || quote == '`') {
        int close = line.indexOf(quote, open + 1);
        return close < 0 ? Optional.empty() : Optional.of(line.substring(open + 1, close));
      }
    }
    return Optional.empty();
  }
}
