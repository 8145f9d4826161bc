package dev.tiptoe.project;

import dev.tiptoe.project.GitProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that stood in some folders at a commit, or stand in the index, and their bytes.
 *
 * <p>The bytes come as git stores them: a file that it checks out with CRLF has LF here, and one in
 * large file storage is a pointer. So compare them with each other, but leave it to {@link Changes}
 * to compare them with the disk. The text of a symbolic link is where it leads.
 */
public final class Snapshot {

  private final Repository repository;
  private final SortedMap<String, String> blobs;
  private final SortedSet<String> paths;

  private Snapshot(Repository repository, SortedMap<String, String> blobs) {
    this.repository = repository;
    this.blobs = blobs;
    this.paths = Collections.unmodifiableSortedSet(new TreeSet<>(blobs.keySet()));
  }

  /**
   * What the next commit is made of, without files that {@code git add -N} only announced.
   *
   * @param paths folders, or files in place of the folders that they are in; all in this repository
   * @throws GitProblem also if a merge left conflicts in these folders
   */
  public static Snapshot ofIndex(Repository repository, Collection<Path> paths) throws GitProblem {
    Scope scope = Scope.of(repository, paths);
    return new Snapshot(repository, Index.alone(repository, scope).withoutConflicts().blobs());
  }

  /**
   * What stood there at the base.
   *
   * @param paths as for {@link #ofIndex}
   */
  public static Snapshot at(Repository repository, Base base, Collection<Path> paths)
      throws GitProblem {
    Scope scope = Scope.of(repository, paths);
    SortedMap<String, String> blobs = new TreeMap<>();
    for (String line : repository.read(scope.after("ls-tree", "-r", "-z", base.commit())).parts()) {
      // "mode type id<TAB>path"; a submodule is of the type commit.
      int tab = line.indexOf('\t');
      String[] words = line.substring(0, tab).split(" ", -1);
      if (words[1].equals("blob")) {
        blobs.put(line.substring(tab + 1), words[2]);
      }
    }
    return new Snapshot(repository, blobs);
  }

  /** The files' paths in the repository. */
  public SortedSet<String> paths() {
    return paths;
  }

  /** The bytes of many files at once, by path; paths that are not in here have none. */
  public Map<String, byte[]> read(Collection<String> paths) throws GitProblem {
    Set<String> wanted = new LinkedHashSet<>();
    for (String path : paths) {
      String blob = blobs.get(path);
      if (blob != null) {
        wanted.add(blob);
      }
    }
    Map<String, byte[]> contents = contents(wanted);
    Map<String, byte[]> found = new LinkedHashMap<>();
    for (String path : paths) {
      byte[] bytes = contents.get(blobs.getOrDefault(path, ""));
      if (bytes != null) {
        found.put(path, bytes);
      }
    }
    return found;
  }

  private Map<String, byte[]> contents(Set<String> wanted) throws GitProblem {
    Map<String, byte[]> contents = new HashMap<>();
    if (wanted.isEmpty()) {
      return contents;
    }
    byte[] answer =
        repository.read(String.join("\n", wanted) + "\n", List.of("cat-file", "--batch")).bytes();
    int at = 0;
    for (String blob : wanted) {
      // "id blob size", then the bytes and a line end.
      int end = at;
      while (end < answer.length && answer[end] != '\n') {
        end++;
      }
      String header = new String(answer, at, end - at, StandardCharsets.US_ASCII);
      if (!header.startsWith(blob + " blob ")) {
        throw new GitProblem(Kind.FAILED, "git cat-file failed: " + header);
      }
      int size = Integer.parseInt(header.substring(header.lastIndexOf(' ') + 1));
      contents.put(blob, Arrays.copyOfRange(answer, end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
    return contents;
  }
}
