package dev.tiptoe.cli;

import dev.tiptoe.config.Config;
import dev.tiptoe.config.Key;
import dev.tiptoe.config.Origin;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.project.DialectFinder;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.Homes;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.project.Told;
import dev.tiptoe.project.Tree;
import dev.tiptoe.sql.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a folder of migrations and the files around it tell where nobody has said it. */
record Detected(Home home, Optional<Dialect> dialect) {

  private static final Origin BY_FILES = Origin.named("found by its files");
  private static final Origin BY_DEPENDENCIES = Origin.named("found by its dependencies");
  private static final Origin SUPPORTED = Origin.named("default, the oldest that is supported");

  /** All folders of migrations at or below {@code path}, which may also be one migration. */
  static List<Detected> at(Path path) throws FileProblem {
    Homes homes = new Homes();
    List<Home> found = Files.isDirectory(path) ? homes.below(path) : List.of(homes.of(path));
    DialectFinder dialects = new DialectFinder(path);
    List<Detected> detected = new ArrayList<>();
    for (Home home : found) {
      detected.add(new Detected(home, dialect(home, dialects)));
    }
    return detected;
  }

  /** The dialect of its last migration. */
  private static Optional<Dialect> dialect(Home home, DialectFinder dialects) throws FileProblem {
    Tree tree = new DiskTree();
    List<Migration> migrations = home.migrations(tree);
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    Path last = home.folder().resolve(migrations.get(migrations.size() - 1).path());
    MigrationFile file = new MigrationFile(last, last.toString(), home.folder());
    try {
      return dialects.find(file, tree.read(last, file.shown()).text()).map(Told::value);
    } catch (FileProblem unsupported) {
      return Optional.empty();
    }
  }

  /** The same as settings. */
  Config settings() {
    Runner runner = home.runner();
    Config settings = Config.EMPTY.with(Key.TOOL, runner.layout().id(), BY_FILES);
    if (runner.version().isPresent()) {
      settings = settings.with(Key.TOOL_VERSION, runner.version().get(), BY_DEPENDENCIES);
    }
    if (dialect.isPresent()) {
      settings =
          settings
              .with(Key.DIALECT, dialect.get(), BY_FILES)
              .with(Key.SERVER_VERSION, dialect.get().oldestSupported(), SUPPORTED);
    }
    return settings;
  }
}
