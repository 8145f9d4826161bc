package dev.tiptoe.project;

import dev.tiptoe.text.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that the next commit is made of. */
public final class IndexTree implements Tree {

  private final Repository repository;
  private final Snapshot snapshot;
  private final Map<String, byte[]> contents = new HashMap<>();

  /** The index of {@code repository}; nothing outside {@code folders} is seen. */
  public IndexTree(Repository repository, List<Path> folders) throws GitProblem {
    this.repository = repository;
    this.snapshot = Snapshot.ofIndex(repository, folders);
  }

  @Override
  public List<String> below(Path folder, int depth) {
    String prefix = repository.relative(folder).map(IndexTree::asPrefix).orElse("/");
    return snapshot.paths().stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()))
        .filter(path -> path.chars().filter(c -> c == '/').count() < depth)
        .toList();
  }

  /** Whether the next commit has this file. */
  boolean has(Path file) {
    return repository.relative(file).filter(path -> snapshot.paths().contains(path)).isPresent();
  }

  @Override
  public SourceFile read(Path file, String shown) throws FileProblem {
    Optional<String> path = repository.relative(file);
    if (path.isEmpty() || !snapshot.paths().contains(path.get())) {
      throw new FileProblem("is not in git's index; stage it with \"git add\"");
    }
    byte[] bytes = contents.get(path.get());
    if (bytes == null) {
      load(path.get());
      bytes = contents.getOrDefault(path.get(), new byte[0]);
    }
    return SourceReader.read(bytes, shown);
  }

  /** Whoever reads one file of a folder will read the others, and one call of git brings all. */
  private void load(String path) throws FileProblem {
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, path.lastIndexOf('/', Math.max(slash - 1, 0)) + 1);
    try {
      contents.putAll(
          snapshot.read(
              snapshot.paths().stream()
                  .filter(p -> (p.startsWith(folder) && p.endsWith(".sql")) || p.equals(path))
                  .toList()));
    } catch (GitProblem e) {
      throw new FileProblem(e.reason());
    }
  }

  private static String asPrefix(String folder) {
    return folder.isEmpty() ? "" : folder + "/";
  }
}
