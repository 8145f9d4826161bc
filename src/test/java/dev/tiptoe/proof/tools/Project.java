package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.cli.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a project under testdata/projects, free to be changed. */
public record Project(Path folder) {

  static Project copy(String sample, Path into) throws IOException {
    Path from = Path.of("testdata/projects", sample);
    Path to = Files.createTempDirectory(into, sample);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(p -> !p.equals(from)).toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
    return new Project(to);
  }

  /** Lets Tiptoe rewrite the migrations and demands that it leaves nothing to be done. */
  Project fix(List<String> values, List<String> further) {
    Session session = new Session(folder);
    String[] words =
        Stream.of(List.of("--fix"), values, further, List.of("."))
            .flatMap(List::stream)
            .toArray(String[]::new);
    assertThat(session.run(words)).as(session.out() + session.err()).isZero();
    return this;
  }

  /** Deletes a file, or a folder with all that is in it. */
  Project without(String... paths) throws IOException {
    for (String path : paths) {
      try (Stream<Path> all = Files.walk(folder.resolve(path))) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    return this;
  }
}
