package dev.tiptoe.project;

import dev.tiptoe.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tree with one file more, or one whose text is another: that of standard input. */
public final class OverlayTree implements Tree {

  private final Tree tree;
  private final Path file;
  private final SourceFile source;

  public OverlayTree(Tree tree, Path file, SourceFile source) {
    this.tree = tree;
    this.file = file.toAbsolutePath().normalize();
    this.source = source;
  }

  @Override
  public List<String> below(Path folder, int depth) throws FileProblem {
    List<String> paths = new ArrayList<>(tree.below(folder, depth));
    if (file.startsWith(folder)) {
      String path = Slashes.between(folder, file);
      if (!paths.contains(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  @Override
  public SourceFile read(Path wanted, String shown) throws FileProblem {
    return wanted.toAbsolutePath().normalize().equals(file) ? source : tree.read(wanted, shown);
  }
}
