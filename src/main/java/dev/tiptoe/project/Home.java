package dev.tiptoe.project;

import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder of migrations and the tool that runs them.
 *
 * @param folder absolute
 */
public record Home(Path folder, Runner runner) {

  /** The path of a file below the folder, with slashes, as layouts know it. */
  public String inside(Path file) {
    return Slashes.between(folder, file.toAbsolutePath().normalize());
  }

  /** The tool at one migration, with the settings that stand beside it. */
  public Runner runner(String path, Tree tree) {
    return runner
        .layout()
        .settings(path)
        .map(name -> runner.withSettings(text(Optional.of(name), tree)))
        .orElse(runner);
  }

  /** The migrations of the folder, in the order in which the tool runs them. */
  public List<Migration> migrations(Tree tree) throws FileProblem {
    return migrations(tree.below(folder, runner.layout().depth()), tree);
  }

  /** The migrations among these files of the folder, in the order in which the tool runs them. */
  public List<Migration> migrations(List<String> paths, Tree tree) {
    return runner.layout().inOrder(paths, text(runner.layout().index(), tree));
  }

  /** What is in a file that helps to understand others, and so may be missing. */
  private String text(Optional<String> name, Tree tree) {
    if (name.isEmpty()) {
      return "";
    }
    try {
      return tree.read(folder.resolve(name.get()), name.get()).text();
    } catch (FileProblem none) {
      return "";
    }
  }
}
