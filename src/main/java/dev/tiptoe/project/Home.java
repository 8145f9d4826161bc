package dev.tiptoe.project;

import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of migrations and the tool that runs them.
 *
 * @param folder absolute
 */
public record Home(Path folder, Runner runner) {

  /** The path of a file below the folder, with slashes, as layouts know it. */
  public String inside(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return folder.relativize(absolute).toString().replace('\\', '/');
  }

  /** The tool at one migration, with the settings that stand beside it. */
  public Runner runner(Path file) {
    return runner
        .layout()
        .settings(inside(file))
        .map(name -> runner.withSettings(ProjectFiles.beginning(folder.resolve(name))))
        .orElse(runner);
  }

  /** The migrations that are in the folder now, in the order in which the tool runs them. */
  public List<Migration> migrations() throws FileProblem {
    try (Stream<Path> files = Files.walk(folder, runner.layout().depth())) {
      return migrations(files.filter(Files::isRegularFile).map(this::inside).toList());
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    }
  }

  /** Those of these paths below the folder that are migrations, in the order of the tool. */
  public List<Migration> migrations(Collection<String> paths) {
    return runner.layout().inOrder(paths, index());
  }

  private String index() {
    return runner
        .layout()
        .index()
        .map(name -> String.join("\n", ProjectFiles.lines(folder.resolve(name))))
        .orElse("");
  }
}
