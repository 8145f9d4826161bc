package dev.tiptoe.project;

import dev.tiptoe.sql.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The version that a lock file holds a package at; lock files are long, so they are only skimmed.
 */
final class LockFile {

  /** How far below the line with a package's name its version may stand. */
  private static final int NEAR = 3;

  private LockFile() {}

  /** From the lock file of npm, pnpm, Yarn or Bun, whichever is in a folder. */
  static Optional<Version> npm(Path folder, String name) {
    return below(
            folder.resolve("package-lock.json"),
            List.of("\"node_modules/" + name + "\":", "\"" + name + "\": {"),
            "\"version\":")
        .or(() -> at(folder.resolve("pnpm-lock.yaml"), List.of(name + "@", "/" + name + "@")))
        .or(
            () ->
                below(
                    folder.resolve("yarn.lock"), List.of(name + "@", "\"" + name + "@"), "version"))
        .or(() -> at(folder.resolve("bun.lock"), List.of("\"" + name + "\": [\"" + name + "@")));
  }

  /** From Cargo's lock file. */
  static Optional<Version> cargo(Path folder, String name) {
    return below(folder.resolve("Cargo.lock"), List.of("name = \"" + name + "\""), "version =");
  }

  /** The version with which a text begins, without what a pre-release adds. */
  static Optional<Version> version(String text) {
    int end = 0;
    while (end < text.length()
        && (text.charAt(end) == '.' || (text.charAt(end) >= '0' && text.charAt(end) <= '9'))) {
      end++;
    }
    return Version.of(text.substring(0, end));
  }

  /** The version right behind one of the beginnings of a line. */
  private static Optional<Version> at(Path file, List<String> beginnings) {
    Set<Version> found = new HashSet<>();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String entry = withoutQuote(line.strip());
        for (String beginning : beginnings) {
          if (entry.startsWith(beginning)) {
            version(entry.substring(beginning.length())).ifPresent(found::add);
          }
        }
      }
    } catch (IOException notThere) {
      return Optional.empty();
    }
    return only(found);
  }

  /** The version behind {@code key}, on one of the lines below that with one of the beginnings. */
  private static Optional<Version> below(Path file, List<String> beginnings, String key) {
    Set<Version> found = new HashSet<>();
    try (BufferedReader lines = open(file)) {
      int left = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String entry = line.strip();
        if (beginnings.stream().anyMatch(entry::startsWith)) {
          left = NEAR;
        } else if (left-- > 0 && entry.startsWith(key)) {
          version(fromDigit(entry.substring(key.length()))).ifPresent(found::add);
          left = 0;
        }
      }
    } catch (IOException notThere) {
      return Optional.empty();
    }
    return only(found);
  }

  /** Where a repository has several, it is not known which of them runs the migrations. */
  private static Optional<Version> only(Set<Version> found) {
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private static String withoutQuote(String entry) {
    return entry.startsWith("'") ? entry.substring(1) : entry;
  }

  private static String fromDigit(String text) {
    int start = 0;
    while (start < text.length() && !Character.isDigit(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  private static BufferedReader open(Path file) throws IOException {
    return Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
  }
}
