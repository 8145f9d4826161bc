package dev.tiptoe.cli;

import dev.tiptoe.doctor.MigrationFolder;
import dev.tiptoe.doctor.MigrationText;
import dev.tiptoe.doctor.Tool;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.project.DialectFinder;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.Homes;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.project.Slashes;
import dev.tiptoe.project.Told;
import dev.tiptoe.project.Tree;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds and reads the migrations that a database is held against. */
final class DoctorFolder {

  private final Tool tool;
  private final Optional<String> chosen;
  private final Path here;

  DoctorFolder(DoctorRequest request, Surroundings surroundings) {
    this.tool = request.tool();
    this.chosen = request.migrations();
    this.here = surroundings.folder().toAbsolutePath().normalize();
  }

  /** The migrations of the chosen folder; without one those of the project here. */
  MigrationFolder read() {
    try {
      return read(home());
    } catch (FileProblem e) {
      throw new UsageError(e.reason());
    }
  }

  /** The server that the last migration is for, as far as files tell. */
  Target target() {
    try {
      Home home = home();
      Tree tree = new DiskTree();
      List<Migration> migrations = home.migrations(tree);
      Path last = home.folder().resolve(migrations.get(migrations.size() - 1).path());
      MigrationFile file = new MigrationFile(last, shown(last), home.folder());
      return Target.oldest(
          new DialectFinder(here)
              .find(file, tree.read(last, file.shown()).text())
              .map(Told::value)
              .orElse(Dialect.POSTGRESQL));
    } catch (FileProblem e) {
      throw new UsageError(e.reason());
    }
  }

  private Home home() throws FileProblem {
    Path start = chosen.map(here::resolve).orElse(here);
    if (!Files.isDirectory(start)) {
      throw new UsageError("--migrations " + start + ": there is no such folder");
    }
    Homes homes =
        chosen.isPresent() ? new Homes(Optional.of(tool.layout()), Optional.empty()) : new Homes();
    List<Home> found =
        homes.below(start).stream().filter(home -> home.runner().is(tool.layout())).toList();
    if (found.isEmpty()) {
      throw new UsageError(
          "there are no migrations of "
              + tool.layout().title()
              + " in "
              + start
              + "; say where they are with --migrations");
    }
    if (found.size() > 1) {
      throw new UsageError(
          "there are several folders of migrations; choose one with --migrations: "
              + found.stream().map(home -> shown(home.folder())).collect(Collectors.joining(", ")));
    }
    return found.get(0);
  }

  private MigrationFolder read(Home home) throws FileProblem {
    Tree tree = new DiskTree();
    List<MigrationText> migrations = new ArrayList<>();
    for (Migration migration : home.migrations(tree)) {
      if (migration.kind() != Migration.Kind.DOWN) {
        Path path = home.folder().resolve(migration.path());
        migrations.add(
            new MigrationText(
                migration.name(),
                tree.read(path, shown(path)),
                home.runner(migration.path(), tree)));
      }
    }
    return new MigrationFolder(shown(home.folder()), migrations);
  }

  private String shown(Path path) {
    return Slashes.between(here, path);
  }
}
