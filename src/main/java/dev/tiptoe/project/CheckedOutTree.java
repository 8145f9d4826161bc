package dev.tiptoe.project;

import dev.tiptoe.text.SourceFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of the index, read from the disk where it holds the same: with the line ends that they
 * have there, so that they can be rewritten.
 */
public final class CheckedOutTree implements Tree {

  private final IndexTree index;
  private final DiskTree disk = new DiskTree();
  private final Staging staging;

  public CheckedOutTree(IndexTree index, Staging staging) {
    this.index = index;
    this.staging = staging;
  }

  @Override
  public List<String> below(Path folder, int depth) {
    return index.below(folder, depth);
  }

  @Override
  public SourceFile read(Path file, String shown) throws FileProblem {
    return index.has(file) && staging.obstacle(file).isEmpty()
        ? disk.read(file, shown)
        : index.read(file, shown);
  }
}
