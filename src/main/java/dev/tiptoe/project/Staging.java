package dev.tiptoe.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The index of a commit in the making, which takes in files that were rewritten; it refuses those
 * whose other changes would slip in along with that.
 */
public final class Staging {

  private final Repository repository;
  private final Set<String> unstaged;

  private Staging(Repository repository, Set<String> unstaged) {
    this.repository = repository;
    this.unstaged = unstaged;
  }

  /** For files in these folders, all of them in {@code repository}. */
  public static Staging of(Repository repository, Collection<Path> folders) throws GitProblem {
    List<String> command =
        Scope.of(repository, folders)
            .after(
                "diff",
                "-z",
                "--no-ext-diff",
                "--no-renames",
                "--ignore-submodules=all",
                "--name-only");
    return new Staging(repository, Set.copyOf(repository.read(command).parts()));
  }

  /** Why a file must stay as it is; nothing if it may be rewritten and added. */
  public Optional<String> obstacle(Path file) {
    if (unstaged.contains(path(file))) {
      return Optional.of(
          "it has changes that are not staged, and they would be committed too;"
              + " stage them, or run \"tiptoe --fix\" and stage what you want");
    }
    // Git makes the index of "git commit FILE" beside the real one, which would keep the old text.
    return repository.hasUsualIndex()
        ? Optional.empty()
        : Optional.of(
            "\"git commit FILE\" commits it past the index, which would keep the old text;"
                + " run \"tiptoe --fix\" first, or \"git add\" the file and name none");
  }

  /** Stages files as they are on the disk now. */
  public void add(Collection<Path> files) throws GitProblem {
    List<String> paths = new ArrayList<>();
    files.forEach(file -> paths.add(path(file)));
    // Unlike "git add", it has no opinion about files that are ignored.
    repository.read(
        String.join("\0", paths) + "\0", List.of("update-index", "--add", "-z", "--stdin"));
  }

  private String path(Path file) {
    return repository.relative(file).orElse("");
  }
}
