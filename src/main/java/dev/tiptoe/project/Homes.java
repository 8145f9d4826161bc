package dev.tiptoe.project;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Finds the folders of migrations, and for each file the one that it belongs to. */
public final class Homes {

  /** Other people's projects, what tools made, and migrations that only tests run. */
  private static final Set<String> SKIPPED =
      Set.of(
          "node_modules",
          "vendor",
          "target",
          "build",
          "dist",
          "test",
          "tests",
          "__tests__",
          "testdata",
          "fixtures");

  /** The usual names of a folder of migrations, for tools that leave no mark. */
  private static final Set<String> USUAL = Set.of("migrations", "migration", "migrate");

  private final Optional<Layout> given;
  private final Optional<Version> givenVersion;
  private final ToolVersions versions = new ToolVersions();
  private final Map<Path, Home> known = new HashMap<>();
  private final Map<Home, String> tellers = new HashMap<>();

  /** Finds the tools, too. */
  public Homes() {
    this(Optional.empty(), Optional.empty());
  }

  /** For a project that says itself which tool it uses, or at which version. */
  public Homes(Optional<Layout> tool, Optional<Version> version) {
    this.given = tool;
    this.givenVersion = version;
  }

  /**
   * The home of a file.
   *
   * @param text what is in the file, which may come from elsewhere than the disk
   */
  public Home of(Path file, String text) {
    return of(file, () -> text);
  }

  private Home of(Path file, Supplier<String> text) {
    Path folder = ProjectFiles.folderOf(file);
    Home home = known.get(folder);
    if (home == null) {
      Told<Layout> tool =
          given
              .map(layout -> new Told<>(layout, "the configuration"))
              .orElseGet(() -> ToolFinder.of(file, text));
      home = home(ToolFinder.home(file, tool.value()), tool.value());
      known.put(folder, home);
      tellers.putIfAbsent(home, tool.by());
    }
    return home;
  }

  /** The home of a file on the disk. */
  public Home of(Path file) {
    return of(file, () -> ProjectFiles.beginning(file));
  }

  /** What told the tool of a home that was found here, as words that follow "by". */
  public String teller(Home home) {
    return tellers.getOrDefault(home, "");
  }

  private Home home(Path folder, Layout tool) {
    Optional<Version> version = givenVersion.or(() -> versions.of(tool, folder));
    return new Home(folder, new Runner(tool, version));
  }

  /**
   * All folders of migrations below a folder, by their paths. SQL of which nothing tells that it is
   * a migration is left out.
   */
  public List<Home> below(Path folder) throws FileProblem {
    Map<Path, Home> found = new TreeMap<>();
    try {
      Path start = folder.toRealPath();
      Files.walkFileTree(
          start,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return !dir.equals(start) && isSkipped(ToolFinder.name(dir))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (ToolFinder.isSql(ToolFinder.name(file)) && !known.containsKey(file.getParent())) {
                of(file);
              }
              Home home = known.get(ProjectFiles.folderOf(file));
              if (home != null && isMigration(home, file)) {
                found.putIfAbsent(home.folder(), home);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    }
    return List.copyOf(found.values());
  }

  private static boolean isMigration(Home home, Path file) {
    String inside = home.inside(file);
    if (home.runner().layout().migration(inside).isEmpty()) {
      return false;
    }
    return !home.runner().is(Layouts.PLAIN)
        || (USUAL.contains(ToolFinder.name(home.folder())) && Character.isDigit(inside.charAt(0)));
  }

  private static boolean isSkipped(String folder) {
    return folder.startsWith(".") || SKIPPED.contains(folder);
  }
}
