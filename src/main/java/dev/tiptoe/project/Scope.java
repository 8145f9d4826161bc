package dev.tiptoe.project;

import dev.tiptoe.project.GitProblem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The folders of a repository that git is asked about: for a file its folder, so that a rename in
 * there is seen as one.
 *
 * @param folders none of them inside another; the empty path is the top
 */
record Scope(List<String> folders) {

  /** Beyond that many, a command line grows too long for Windows. */
  private static final int MOST_FOLDERS = 100;

  static Scope of(Repository repository, Collection<Path> paths) throws GitProblem {
    TreeSet<String> sorted = new TreeSet<>();
    for (Path path : paths) {
      String relative =
          repository
              .relative(path)
              .orElseThrow(
                  () ->
                      new GitProblem(
                          Kind.NOT_A_REPOSITORY,
                          path + " is not in the repository " + repository.top()));
      sorted.add(Files.isDirectory(repository.resolve(relative)) ? relative : parent(relative));
    }
    List<String> outermost = new ArrayList<>();
    for (String folder : sorted) {
      if (outermost.stream().noneMatch(outer -> isIn(outer, folder))) {
        outermost.add(folder);
      }
    }
    return outermost.size() > MOST_FOLDERS
        ? new Scope(List.of(common(outermost)))
        : new Scope(List.copyOf(outermost));
  }

  boolean covers(String path) {
    return folders.stream().anyMatch(folder -> isIn(folder, path));
  }

  /** A command with the folders behind it; the whole repository is asked for by naming none. */
  List<String> after(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--");
    if (!folders.contains("")) {
      all.addAll(folders);
    }
    return all;
  }

  private static String common(List<String> folders) {
    String common = folders.get(0);
    for (String folder : folders) {
      while (!isIn(common, folder)) {
        common = parent(common);
      }
    }
    return common;
  }

  private static boolean isIn(String folder, String path) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
