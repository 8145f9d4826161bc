package dev.tiptoe.project;

import dev.tiptoe.text.SourceFile;
import java.nio.file.Path;
import java.util.List;

/** Files as they stand somewhere: on the disk, or in git's index. */
public interface Tree {

  /** A tree without any file. */
  static Tree empty() {
    return new Tree() {
      @Override
      public List<String> below(Path folder, int depth) {
        return List.of();
      }

      @Override
      public SourceFile read(Path file, String shown) throws FileProblem {
        throw new FileProblem("no such file or folder");
      }
    };
  }

  /**
   * The paths of the files below a folder, relative to it and with slashes; none if there is no
   * such folder.
   *
   * @param depth how many levels down; 1 for the files of the folder itself
   */
  List<String> below(Path folder, int depth) throws FileProblem;

  /**
   * Reads a file.
   *
   * @param shown the path that messages give
   */
  SourceFile read(Path file, String shown) throws FileProblem;
}
