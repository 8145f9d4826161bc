package dev.tiptoe.project;

import java.nio.file.Path;

/**
 * A file to be looked at.
 *
 * @param path where it is
 * @param shown its path for people and reports: as they named it, with slashes
 * @param top the folder it was found through: that which was named, or its own
 */
public record MigrationFile(Path path, String shown, Path top) {

  /** The last part of its path. */
  public String name() {
    return shown.substring(shown.lastIndexOf('/') + 1);
  }
}
