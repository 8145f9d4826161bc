package dev.tiptoe.history;

import dev.tiptoe.history.ChangeSet.Gone;
import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.project.Base;
import dev.tiptoe.project.Changes;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.FileState;
import dev.tiptoe.project.GitProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.Repository;
import dev.tiptoe.project.Snapshot;
import dev.tiptoe.project.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks git what became of the migrations of several folders of one repository. */
public final class ChangeSets {

  private final Repository repository;
  private final Base base;
  private final Changes changes;
  private final Snapshot atBase;
  private final Set<String> applied = new HashSet<>();

  /** Compares with the disk, or with what is staged. */
  public enum Side {
    DISK,
    INDEX
  }

  /** All {@code folders} must be in {@code repository}. */
  public ChangeSets(Repository repository, Base base, Side side, Collection<Path> folders)
      throws GitProblem {
    this.repository = repository;
    this.base = base;
    this.changes =
        side == Side.DISK
            ? Changes.onDisk(repository, base, folders)
            : Changes.inIndex(repository, base, folders);
    this.atBase = Snapshot.at(repository, base, folders);
    applied.addAll(atBase.paths());
    applied.addAll(atTip(folders));
  }

  /** What became of the migrations of one of the folders. */
  public ChangeSet of(Home home) throws GitProblem {
    String prefix =
        repository.relative(home.folder()).map(f -> f.isEmpty() ? f : f + "/").orElse("/");
    Layout layout = home.runner().layout();
    Map<String, FileState.Kind> states = new HashMap<>();
    Map<String, String> gonePaths = new LinkedHashMap<>();
    List<String> edited = new ArrayList<>();
    changes
        .files()
        .forEach(
            (path, state) -> {
              String before = state.before().orElse("");
              boolean isGone =
                  state.kind() == FileState.Kind.DELETED
                      || !before.isEmpty() && !before.equals(path);
              if (isGone && before.startsWith(prefix)) {
                gonePaths.put(before, state.kind() == FileState.Kind.DELETED ? "" : path);
              }
              if (path.startsWith(prefix) && state.kind() != FileState.Kind.DELETED) {
                states.put(path.substring(prefix.length()), state.kind());
                if (state.kind() == FileState.Kind.MODIFIED) {
                  edited.add(path);
                }
              }
            });
    edited.addAll(gonePaths.keySet());
    Map<String, String> texts = texts(edited, prefix);
    Map<String, Gone> gone = new LinkedHashMap<>();
    gonePaths.forEach(
        (path, newPath) ->
            layout
                .migration(path.substring(prefix.length()))
                .filter(m -> m.kind() == Kind.VERSIONED)
                .ifPresent(
                    m ->
                        gone.put(
                            m.path(), new Gone(m, newPath, texts.getOrDefault(m.path(), "")))));
    Optional<Migration> last =
        applied.stream()
            .filter(path -> path.startsWith(prefix))
            .map(path -> layout.migration(path.substring(prefix.length())))
            .flatMap(Optional::stream)
            .filter(m -> m.kind() == Kind.VERSIONED)
            .max(Comparator.comparing(Migration::order).thenComparing(Migration::path));
    return new ChangeSet(base.name(), states, gone, texts, last);
  }

  /** What others have merged since this branch left the base is on the way to databases too. */
  private Set<String> atTip(Collection<Path> folders) {
    try {
      return Snapshot.at(repository, new Base(base.name(), base.name()), folders).paths();
    } catch (GitProblem noBranch) {
      return Set.of();
    }
  }

  private Map<String, String> texts(List<String> paths, String prefix) throws GitProblem {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, byte[]> file : atBase.read(paths).entrySet()) {
      try {
        texts.put(
            file.getKey().substring(prefix.length()),
            SourceReader.read(file.getValue(), file.getKey()).text());
      } catch (FileProblem notText) {
        // Nothing to compare with.
      }
    }
    return texts;
  }
}
