package dev.tiptoe.doctor.effects;

import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A migration of testdata/doctor and the statements that make what it presupposes; its folder says
 * what it is for.
 */
record Sample(Path file, String before, String migration) {

  private static final Path FOLDER = Path.of("testdata", "doctor");

  static List<Sample> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Sample> samples = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        String[] parts = Files.readString(file).split("-- the migration\n");
        samples.add(new Sample(file, parts[0], parts[1]));
      }
      return samples;
    }
  }

  /** Those that a server understands; MariaDB understands MySQL's. */
  static List<Sample> fit(String dialect) throws IOException {
    return all().stream()
        .filter(
            s ->
                s.folder().equals(dialect)
                    || (dialect.equals("mariadb") && s.folder().equals("mysql")))
        .toList();
  }

  private String folder() {
    return file.getParent().getFileName().toString();
  }

  Target target() {
    return Target.oldest(Dialect.of(folder()).orElseThrow());
  }

  Script script(Target target) {
    return Script.read(new SourceFile(file.toString(), migration), target);
  }

  /** What is known before the migration. */
  Catalog catalog(Target target) {
    Catalog catalog = new Catalog(target);
    Script script = Script.read(new SourceFile("before.sql", before), target);
    script.statements().forEach(s -> Prefix.run(s, catalog, script));
    catalog.settle();
    return catalog;
  }
}
