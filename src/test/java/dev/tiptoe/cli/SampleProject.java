package dev.tiptoe.cli;

import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.GitSandbox;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.Homes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A copy of a sample project in a repository of its own: the branch main has all but the last
 * migration, which is new on the branch that is checked out.
 */
record SampleProject(GitSandbox sandbox, Home home, Migration first, Migration last) {

  private static final Path SAMPLES = Path.of("testdata/projects");

  static List<Path> all() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders.sorted().toList();
    }
  }

  static SampleProject copy(Path sample, Path to) throws Exception {
    copyFiles(sample, to);
    GitSandbox sandbox = GitSandbox.in(to);
    Home home = new Homes().below(to).get(0);
    List<Migration> versioned = versioned(home);
    SampleProject project =
        new SampleProject(sandbox, home, versioned.get(0), versioned.get(versioned.size() - 1));
    sandbox.git("add", "-A", "--", ".", ":!" + project.inRepository(project.last()));
    sandbox.git("commit", "-q", "-m", "what is applied");
    sandbox.git("checkout", "-q", "-b", "work");
    return project;
  }

  /** Its versioned migrations as they are on the disk now. */
  List<Migration> migrations() throws FileProblem {
    return versioned(home);
  }

  private static List<Migration> versioned(Home home) throws FileProblem {
    return home.migrations(new DiskTree()).stream()
        .filter(migration -> migration.kind() == Kind.VERSIONED)
        .toList();
  }

  Path folder() {
    return sandbox.top();
  }

  Path file(Migration migration) {
    return home.folder().resolve(migration.path());
  }

  /** The path of a migration as git and the reports name it. */
  String inRepository(Migration migration) throws IOException {
    return sandbox.top().toRealPath().relativize(file(migration)).toString();
  }

  /** All files but git's own, by their paths. */
  Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder())) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder().resolve(".git")))
          .forEach(file -> texts.put(folder().relativize(file).toString(), text(file)));
    }
    return texts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
