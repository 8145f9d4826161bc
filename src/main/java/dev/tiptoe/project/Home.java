package dev.tiptoe.project;

import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder of migrations and the tool that runs them. */
public record Home(Path folder, Runner runner) {

  /** The path of a file as the layout knows it: below the folder, with slashes. */
  public String inside(Path file) {
    return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** All migrations of the folder, in the order in which they run. */
  public List<Migration> migrations(Tree tree) throws FileProblem {
    List<String> paths = tree.below(folder, runner.is(Layouts.PLAIN) ? 1 : 10);
    Optional<String> index = runner.layout().index();
    String text =
        index.isPresent() && paths.contains(index.get())
            ? tree.read(folder.resolve(index.get()), index.get()).text()
            : "";
    return runner.layout().inOrder(paths, text);
  }

  /** The tool at one migration, which may have settings of its own. */
  public Runner runner(String path, Tree tree) {
    return runner;
  }
}
