package dev.tiptoe.project;

import java.nio.file.Path;

/**
 * Where git looks for the hooks of a repository.
 *
 * @param folder absolute and without links; it need not be there
 */
public record HooksFolder(Path folder, Reach reach) {

  /** Who else runs what is in a folder of hooks. */
  public enum Reach {
    /** Nobody: it is inside of {@code .git}. */
    THIS_CLONE,
    /** Whoever clones the repository, since it is among the files of that. */
    ALL_CLONES,
    /** Other repositories. */
    OTHERS
  }

  /** Of the repository of a path; a setting may have moved the folder anywhere. */
  public static HooksFolder of(Git git, Path path) throws GitProblem {
    Repository repository = Repository.of(git, path);
    Path folder = repository.asked("--git-path", "hooks");
    Path common = repository.asked("--git-common-dir");
    if (folder.startsWith(common)) {
      return new HooksFolder(folder, Reach.THIS_CLONE);
    }
    boolean isTracked = folder.startsWith(repository.top());
    return new HooksFolder(folder, isTracked ? Reach.ALL_CLONES : Reach.OTHERS);
  }
}
