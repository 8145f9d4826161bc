package dev.tiptoe.cli;

import dev.tiptoe.cli.LintRequest.AppliedFiles;
import dev.tiptoe.history.ChangeSet;
import dev.tiptoe.history.ChangeSets;
import dev.tiptoe.history.ChangeSets.Side;
import dev.tiptoe.project.Base;
import dev.tiptoe.project.Changes;
import dev.tiptoe.project.CheckedOutTree;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileState;
import dev.tiptoe.project.Git;
import dev.tiptoe.project.GitProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.IndexTree;
import dev.tiptoe.project.PullRequest;
import dev.tiptoe.project.Repository;
import dev.tiptoe.project.Staging;
import dev.tiptoe.project.Tree;
import dev.tiptoe.report.Summary.Purpose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which files are new, as git knows it, and which of them this run is about. */
final class Comparison {

  /**
   * How one folder is looked at.
   *
   * @param changes what is new, edited or gone
   * @param onBase what is not to be rewritten
   * @param selects whether a file, by its path below the folder, is looked at
   * @param staging where to stage what is rewritten
   */
  record View(
      ChangeSet changes,
      ChangeSet onBase,
      Tree tree,
      Predicate<String> selects,
      Optional<Staging> staging) {

    /** Of a folder of which git is not asked. */
    static final View OF_ALL = ofAll(ChangeSet.unknown(), new DiskTree());

    static View ofAll(ChangeSet onBase, Tree tree) {
      return new View(ChangeSet.unknown(), onBase, tree, path -> true, Optional.empty());
    }
  }

  private final LintRequest request;
  private final Optional<PullRequest> pullRequest;
  private final Git git;
  private final Path folder;
  private String base = "";

  Comparison(LintRequest request, Surroundings surroundings) {
    this.request = request;
    this.pullRequest =
        request.selection().kind() == Selection.Kind.AUTOMATIC
                && request.selection().since().isEmpty()
                && !request.readsStdin()
            ? PullRequest.in(surroundings.variables())
            : Optional.empty();
    this.git = new Git(surroundings.variables());
    this.folder = surroundings.folder();
  }

  /** Whether only files that are new or changed are looked at. */
  boolean isLimited() {
    return isStaged() || request.selection().since().isPresent() || pullRequest.isPresent();
  }

  /** What all files looked at are, for people; empty if there is no limit. */
  String limit() {
    if (isStaged()) {
      return "staged";
    }
    return isLimited() ? "new or changed since " + base : "";
  }

  /** The view of each folder. */
  Map<Home, View> views(Collection<Home> homes) {
    Map<Home, View> views = new HashMap<>();
    homes.forEach(home -> views.put(home, View.OF_ALL));
    boolean keepsApplied =
        request.purpose() == Purpose.REWRITE && request.appliedFiles() == AppliedFiles.KEPT;
    if (!isLimited() && !keepsApplied) {
      return views;
    }
    try {
      Map<Path, Repository> repositories =
          Repository.byPath(git, homes.stream().map(Home::folder).toList());
      Map<Repository, List<Home>> byRepository = new LinkedHashMap<>();
      for (Home home : homes) {
        Repository repository = repositories.get(home.folder());
        if (repository != null) {
          byRepository.computeIfAbsent(repository, r -> new ArrayList<>()).add(home);
        } else if (isLimited()) {
          throw new UsageError(
              folder.toAbsolutePath().normalize().relativize(home.folder())
                  + " is not in a git repository, so nothing tells what is new in it");
        }
      }
      for (Map.Entry<Repository, List<Home>> entry : byRepository.entrySet()) {
        views.putAll(views(entry.getKey(), entry.getValue()));
      }
    } catch (GitProblem e) {
      if (isLimited() || e.kind() != GitProblem.Kind.NOT_INSTALLED) {
        throw new UsageError(
            isLimited()
                ? e.reason()
                : "what databases may have run already is not told: "
                    + e.reason()
                    + "; --force rewrites files without asking git");
      }
    }
    return views;
  }

  private Map<Home, View> views(Repository repository, List<Home> homes) throws GitProblem {
    List<Path> folders = homes.stream().map(Home::folder).toList();
    Base from = base(repository);
    base = from.name();
    ChangeSets changes =
        new ChangeSets(repository, from, isStaged() ? Side.INDEX : Side.DISK, folders);
    Map<Home, View> views = new HashMap<>();
    for (Home home : homes) {
      ChangeSet ofHome = changes.of(home);
      views.put(
          home,
          isLimited()
              ? new View(ofHome, ofHome, new DiskTree(), ofHome::isChanged, Optional.empty())
              : View.ofAll(ofHome, new DiskTree()));
    }
    return isStaged() ? staged(repository, folders, views) : views;
  }

  /** The same folders as the next commit will have them. */
  private Map<Home, View> staged(Repository repository, List<Path> folders, Map<Home, View> onDisk)
      throws GitProblem {
    IndexTree index = new IndexTree(repository, folders);
    Changes staged = Changes.staged(repository, folders);
    Optional<Staging> staging =
        request.purpose() == Purpose.REWRITE
            ? Optional.of(Staging.of(repository, folders))
            : Optional.empty();
    Tree tree = staging.isPresent() ? new CheckedOutTree(index, staging.get()) : index;
    Map<Home, View> views = new HashMap<>();
    onDisk.forEach(
        (home, view) ->
            views.put(
                home,
                new View(
                    view.changes(),
                    view.onBase(),
                    tree,
                    path -> isChanged(staged, home.folder().resolve(path)),
                    staging)));
    return views;
  }

  private Base base(Repository repository) throws GitProblem {
    if (request.selection().since().isPresent()) {
      return Base.since(repository, request.selection().since().get());
    }
    return pullRequest.isPresent()
        ? Base.of(repository, pullRequest.get())
        : Base.byDefault(repository);
  }

  private static boolean isChanged(Changes staged, Path file) {
    return staged
        .of(file)
        .filter(state -> state.kind() != FileState.Kind.UNCHANGED)
        .filter(state -> state.kind() != FileState.Kind.DELETED)
        .isPresent();
  }

  /** Whether the files are looked at as the next commit will have them. */
  boolean isStaged() {
    return request.selection().kind() == Selection.Kind.STAGED;
  }
}
