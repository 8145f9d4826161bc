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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks git what became of the migrations of several folders of one repository. */
public final class ChangeSets {

  /** What the base is compared with. */
  public enum Side {
    DISK,
    INDEX
  }

  private final Repository repository;
  private final String base;
  private final Map<String, FileState> files;
  private final Snapshot atBase;
  private final Set<String> applied = new HashSet<>();

  /** All {@code folders} must be in {@code repository}. */
  public ChangeSets(Repository repository, Base base, Side side, Collection<Path> folders)
      throws GitProblem {
    this.repository = repository;
    this.base = base.name();
    this.files =
        switch (side) {
          case DISK -> Changes.onDisk(repository, base, folders).files();
          case INDEX -> Changes.inIndex(repository, base, folders).files();
        };
    this.atBase = Snapshot.at(repository, base, folders);
    applied.addAll(atBase.paths());
    applied.addAll(atTip(folders));
  }

  /** What others have merged since this branch left the base is on its way to databases too. */
  private Set<String> atTip(Collection<Path> folders) {
    try {
      return Snapshot.at(repository, new Base(base, base), folders).paths();
    } catch (GitProblem noBranch) {
      return Set.of();
    }
  }

  /** What became of the migrations of one of the folders. */
  public ChangeSet of(Home home) throws GitProblem {
    String folder = repository.relative(home.folder()).orElseThrow();
    String prefix = folder.isEmpty() ? "" : folder + "/";
    Map<String, FileState.Kind> states = new HashMap<>();
    Map<String, String> movedTo = new TreeMap<>();
    for (Map.Entry<String, FileState> file : files.entrySet()) {
      String path = file.getKey();
      String before = file.getValue().before().orElse(path);
      FileState.Kind kind = file.getValue().kind();
      if (kind == FileState.Kind.DELETED) {
        inside(path, prefix).ifPresent(p -> movedTo.put(p, ""));
      } else {
        inside(path, prefix).ifPresent(p -> states.put(p, kind));
        if (!before.equals(path)) {
          inside(before, prefix).ifPresent(p -> movedTo.put(p, path));
        }
      }
    }
    List<String> changed = new ArrayList<>(movedTo.keySet());
    states.keySet().stream()
        .filter(path -> states.get(path) == FileState.Kind.MODIFIED)
        .forEach(changed::add);
    Map<String, String> texts = textsAtBase(changed, prefix);
    Layout layout = home.runner().layout();
    return new ChangeSet(base, states, gone(movedTo, texts, layout), texts, last(prefix, layout));
  }

  private static List<Gone> gone(
      Map<String, String> movedTo, Map<String, String> texts, Layout layout) {
    List<Gone> gone = new ArrayList<>();
    for (Map.Entry<String, String> file : movedTo.entrySet()) {
      layout
          .migration(file.getKey())
          .filter(migration -> migration.kind() == Kind.VERSIONED)
          .ifPresent(m -> gone.add(new Gone(m, file.getValue(), texts.getOrDefault(m.path(), ""))));
    }
    return gone;
  }

  private Optional<Migration> last(String prefix, Layout layout) {
    return applied.stream()
        .flatMap(path -> inside(path, prefix).flatMap(layout::migration).stream())
        .filter(migration -> migration.kind() == Kind.VERSIONED)
        .max(Migration.IN_ORDER);
  }

  private static Optional<String> inside(String path, String prefix) {
    return path.startsWith(prefix)
        ? Optional.of(path.substring(prefix.length()))
        : Optional.empty();
  }

  private Map<String, String> textsAtBase(List<String> paths, String prefix) throws GitProblem {
    Map<String, String> texts = new HashMap<>();
    Map<String, byte[]> contents = atBase.read(paths.stream().map(prefix::concat).toList());
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
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
