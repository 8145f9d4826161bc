package dev.tiptoe.cli;

import dev.tiptoe.project.Home;
import dev.tiptoe.project.MigrationFile;
import java.nio.file.Path;

/**
 * A file to be looked at.
 *
 * @param path below the folder of migrations, with slashes
 */
record Job(Home home, MigrationFile file, Settings settings, String path) {

  Job(Home home, MigrationFile file, Settings settings) {
    this(home, file, settings, home.inside(file.path()));
  }

  /** Another file of the same folder, shown to people as this one is. */
  MigrationFile sibling(String path) {
    String above = file.shown().substring(0, Math.max(0, file.shown().length() - path().length()));
    Path sibling = home.folder().resolve(path);
    return new MigrationFile(sibling, above + path, file.top());
  }
}
