package dev.tiptoe.project;

import java.nio.file.Path;

/** Paths for people, reports and configurations: with slashes on every system. */
public final class Slashes {

  private Slashes() {}

  public static String of(Path path) {
    // Where it does not separate folders, a backslash is a letter of a name.
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** The way from a folder to a file. */
  public static String between(Path folder, Path file) {
    return of(folder.relativize(file));
  }
}
