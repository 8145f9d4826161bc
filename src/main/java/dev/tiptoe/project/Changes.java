package dev.tiptoe.project;

import dev.tiptoe.project.FileState.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became, since a {@link Base}, of all files in some folders of a repository.
 *
 * <p>Git compares, so neither line ends that it converts nor files that a sparse checkout leaves
 * out count as changes. A rename is seen if both folders were asked about and, on disk, if git was
 * told of it; else it is a deleted file and an added one.
 */
public final class Changes {

  private static final List<String> DIFF =
      List.of(
          "diff", "--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", "--ignore-submodules=all");

  private final Repository repository;
  private final Scope scope;
  private final SortedMap<String, FileState> files;
  private final boolean ignoredFilesCount;

  private Changes(
      Repository repository,
      Scope scope,
      SortedMap<String, FileState> files,
      boolean ignoredFilesCount) {
    this.repository = repository;
    this.scope = scope;
    this.files = Collections.unmodifiableSortedMap(files);
    this.ignoredFilesCount = ignoredFilesCount;
  }

  /**
   * How the files on disk differ from the base; those that git does not track are added.
   *
   * @param paths folders, or files in place of the folders that they are in; all in this repository
   */
  public static Changes onDisk(Repository repository, Base base, Collection<Path> paths)
      throws GitProblem {
    Scope scope = Scope.of(repository, paths);
    SortedMap<String, FileState> files = new TreeMap<>();
    Index index = Index.withUntracked(repository, scope);
    index.blobs().keySet().forEach(path -> files.put(path, FileState.of(Kind.UNCHANGED, path)));
    diff(repository, base, scope, files);
    // Taken out of the index, but not from the disk.
    files.replaceAll(
        (path, state) ->
            state.kind() == Kind.DELETED && Files.isRegularFile(repository.resolve(path))
                ? FileState.of(Kind.MODIFIED, path)
                : state);
    index.untracked().forEach(path -> files.putIfAbsent(path, FileState.ADDED));
    return new Changes(repository, scope, files, true);
  }

  /**
   * How the index, which the next commit is made of, differs from the base.
   *
   * @param paths as for {@link #onDisk}
   * @throws GitProblem also if a merge left conflicts in these folders
   */
  public static Changes inIndex(Repository repository, Base base, Collection<Path> paths)
      throws GitProblem {
    Scope scope = Scope.of(repository, paths);
    SortedMap<String, FileState> files = new TreeMap<>();
    Index index = Index.alone(repository, scope).withoutConflicts();
    index.blobs().keySet().forEach(path -> files.put(path, FileState.of(Kind.UNCHANGED, path)));
    diff(repository, base, scope, files, "--cached");
    return new Changes(repository, scope, files, false);
  }

  /**
   * What the next commit will change: the index against HEAD. Of a merge, that is what neither side
   * has.
   */
  public static Changes staged(Repository repository, Collection<Path> paths) throws GitProblem {
    Changes changes = inIndex(repository, Base.head(repository), paths);
    SortedMap<String, FileState> files = new TreeMap<>(changes.files);
    for (String merged : repository.merging()) {
      Changes others = inIndex(repository, new Base(merged, merged), paths);
      files.keySet().retainAll(others.files.keySet());
      others.files.forEach(
          (path, state) -> {
            if (state.kind() == Kind.UNCHANGED) {
              files.put(path, state);
            }
          });
    }
    return new Changes(repository, changes.scope, files, false);
  }

  /**
   * All files in the folders asked about, also the unchanged and the deleted ones. A renamed file
   * is there once, under its new path.
   */
  public SortedMap<String, FileState> files() {
    return files;
  }

  /**
   * The state of one file. On disk, a file that git ignores is added if it is asked for here.
   *
   * @return nothing if there is no such file now, nor was at the base
   * @throws IllegalArgumentException if it is in none of the folders asked about
   */
  public Optional<FileState> of(Path file) {
    String path = repository.relative(file).filter(scope::covers).orElse(null);
    if (path == null) {
      throw new IllegalArgumentException(file + " is in none of the folders asked about");
    }
    FileState state = files.get(path);
    if (state == null && ignoredFilesCount && Files.exists(file)) {
      return Optional.of(FileState.ADDED);
    }
    return Optional.ofNullable(state);
  }

  private static void diff(
      Repository repository,
      Base base,
      Scope scope,
      SortedMap<String, FileState> files,
      String... options)
      throws GitProblem {
    List<String> command = new ArrayList<>(DIFF);
    Collections.addAll(command, options);
    command.add(base.commit());
    Iterator<String> parts =
        repository.read(scope.after(command.toArray(String[]::new))).parts().iterator();
    while (parts.hasNext()) {
      // ":mode mode id id letter"; the letters C and R have a number behind them and two paths.
      String[] words = parts.next().split(" ", -1);
      String path = parts.next();
      boolean sameBytes = words[2].equals(words[3]);
      switch (words[4].charAt(0)) {
        case 'A' -> files.put(path, FileState.ADDED);
        case 'D' -> files.put(path, FileState.of(Kind.DELETED, path));
        case 'R' -> {
          // The number is no help: it says 100 also if only the order of the lines changed.
          Kind kind = sameBytes ? Kind.RENAMED : Kind.RENAMED_AND_MODIFIED;
          files.put(parts.next(), FileState.of(kind, path));
        }
        // The line of a conflict; a second one may say how the file differs.
        case 'U' -> files.putIfAbsent(path, FileState.of(Kind.MODIFIED, path));
        default -> {
          Kind kind = sameBytes ? Kind.UNCHANGED : Kind.MODIFIED;
          files.put(path, FileState.of(kind, path));
        }
      }
    }
  }
}
