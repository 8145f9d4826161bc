package dev.tiptoe.project;

import dev.tiptoe.project.GitProblem.Kind;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What git knows of the files in some folders: those in the index, and those only on disk.
 *
 * @param blobs the ids of the contents in the index, by path; without submodules and without files
 *     that {@code git add -N} only announced
 * @param untracked neither in the index nor ignored
 * @param conflicts left by an unfinished merge
 */
record Index(
    SortedMap<String, String> blobs, SortedSet<String> untracked, SortedSet<String> conflicts) {

  private static final String SUBMODULE = "160000";

  /** The id of no bytes, in both formats of repositories. */
  private static final Set<String> EMPTY =
      Set.of(
          "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
          "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");

  /** Looks into the index only, which costs less than also looking for untracked files. */
  static Index alone(Repository repository, Scope scope) throws GitProblem {
    return read(repository, scope, scope.after("ls-files", "-z", "-t", "--stage"));
  }

  static Index withUntracked(Repository repository, Scope scope) throws GitProblem {
    return read(
        repository,
        scope,
        scope.after(
            "ls-files", "-z", "-t", "--stage", "--cached", "--others", "--exclude-standard"));
  }

  /** Itself, if the next commit can be made of it. */
  Index withoutConflicts() throws GitProblem {
    if (conflicts.isEmpty()) {
      return this;
    }
    throw new GitProblem(
        Kind.CONFLICT,
        conflicts.first()
            + (conflicts.size() == 1 ? " has" : " and " + (conflicts.size() - 1) + " more have")
            + " unresolved merge conflicts; resolve them, then \"git add\" what came of it");
  }

  private static Index read(Repository repository, Scope scope, List<String> command)
      throws GitProblem {
    Index index = new Index(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
    for (String line : repository.read(command).parts()) {
      index.add(line);
    }
    // What is only announced stands in the index with no bytes, as an empty file does.
    if (index.blobs.values().stream().anyMatch(EMPTY::contains)) {
      List<String> announced =
          repository
              .read(
                  scope.after(
                      "diff",
                      "-z",
                      "--no-ext-diff",
                      "--ignore-submodules=all",
                      "--name-only",
                      "--diff-filter=A"))
              .parts();
      index.blobs.keySet().removeAll(announced);
    }
    return index;
  }

  /** {@code "? path"} or {@code "H mode id stage<TAB>path"}. */
  private void add(String line) {
    if (line.startsWith("? ")) {
      // Another repository inside this one ends in a slash.
      if (!line.endsWith("/")) {
        untracked.add(line.substring(2));
      }
      return;
    }
    int tab = line.indexOf('\t');
    String path = line.substring(tab + 1);
    String[] words = line.substring(0, tab).split(" ", -1);
    if (words[1].equals(SUBMODULE)) {
      return;
    }
    if (words[3].equals("0")) {
      blobs.put(path, words[2]);
    } else {
      conflicts.add(path);
    }
  }
}
