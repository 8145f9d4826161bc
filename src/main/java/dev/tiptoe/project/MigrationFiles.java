package dev.tiptoe.project;

import dev.tiptoe.layout.Layouts;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the migrations below a folder; those that only take others back are left out, since nobody
 * runs them forward.
 */
public final class MigrationFiles {

  private static final Set<String> SKIPPED_FOLDERS = Set.of("node_modules", "target", "build");

  private MigrationFiles() {}

  /**
   * What was found below a folder.
   *
   * @param files in the order of their paths
   * @param unread why folders could not be looked into, by their shown paths
   * @param down the shown paths of what was left out
   */
  public record Found(List<MigrationFile> files, Map<String, String> unread, List<String> down) {}

  /**
   * All migrations below {@code folder}. Links to files are taken; links to folders are not, so a
   * circle of links ends.
   *
   * @param shown the folder as its files' paths should begin; empty for the current one
   */
  public static Found below(Path folder, String shown) throws FileProblem {
    List<MigrationFile> files = new ArrayList<>();
    Map<String, String> unread = new LinkedHashMap<>();
    List<String> down = new ArrayList<>();
    Path start;
    try {
      start = folder.toRealPath();
      Files.walkFileTree(
          start,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return !dir.equals(start) && isSkipped(dir)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = String.valueOf(file.getFileName());
              if (!name.toLowerCase(Locale.ROOT).endsWith(".sql") || isFolder(file, attributes)) {
                return FileVisitResult.CONTINUE;
              }
              if (isDown(name)) {
                down.add(join(shown, start, file));
              } else {
                files.add(
                    new MigrationFile(
                        folder.resolve(start.relativize(file)), join(shown, start, file), folder));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              unread.put(join(shown, start, file), FileProblem.unreadable(e).reason());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    }
    if (files.isEmpty() && unread.isEmpty()) {
      throw new FileProblem(
          down.isEmpty()
              ? "there is no .sql file in this folder or below it"
              : "the only .sql files in this folder or below it are down migrations, which are not judged");
    }
    files.sort(inPathOrder());
    return new Found(List.copyOf(files), unread, List.copyOf(down));
  }

  /** Whether a file of this name takes a migration back. */
  public static boolean isDown(String name) {
    return Layouts.isDown(name);
  }

  /** Folder by folder, so that what is in {@code a} comes before what is in {@code a-b}. */
  public static Comparator<MigrationFile> inPathOrder() {
    return (one, other) -> compare(one.shown(), other.shown());
  }

  private static int compare(String path, String other) {
    int shorter = Math.min(path.length(), other.length());
    for (int i = 0; i < shorter; i++) {
      char a = path.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return a == '/' ? -1 : b == '/' ? 1 : Character.compare(a, b);
      }
    }
    return Integer.compare(path.length(), other.length());
  }

  private static boolean isFolder(Path file, BasicFileAttributes attributes) {
    return attributes.isSymbolicLink() && Files.isDirectory(file);
  }

  private static boolean isSkipped(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".") || SKIPPED_FOLDERS.contains(name);
  }

  private static String join(String shown, Path start, Path file) {
    String inside = Slashes.between(start, file);
    return shown.isEmpty() || shown.endsWith("/") ? shown + inside : shown + "/" + inside;
  }
}
