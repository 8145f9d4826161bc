package dev.tiptoe.doctor.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.rules.Example;
import dev.tiptoe.rules.Page;
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
import org.junit.jupiter.api.Test;

/** Wherever a file stopped, nothing is said of the database that is not so. */
class PrefixesOfFilesTest {

  @Test
  void nothingWrongIsToldOfAnExampleOfARule() {
    List<Prefix> prefixes = new ArrayList<>();
    for (Page page : Page.all()) {
      for (Example example : page.examples()) {
        Catalog before = new Catalog(example.target());
        run(read(page.id() + " setup", example.setup(), example.target()), before);
        for (String sql : List.of(example.sql().text(), fixed(example))) {
          tryOut(read(page.id() + ": " + example.name(), sql, example.target()), before, prefixes);
        }
      }
    }
    judge(prefixes);
  }

  @Test
  void nothingWrongIsToldOfASampleProject() throws IOException {
    List<Prefix> prefixes = new ArrayList<>();
    for (String project : List.of("prisma-postgresql", "prisma-mysql")) {
      Target target = Target.oldest(Dialect.of(project.substring(7)).orElseThrow());
      Catalog now = new Catalog(target);
      for (Path file : sqlFiles(Path.of("testdata/projects", project))) {
        Script script = read(file.toString(), Files.readString(file), target);
        now.settle();
        tryOut(script, now, prefixes);
        run(script, now);
      }
    }
    judge(prefixes);
  }

  @Test
  void nothingWrongIsToldOfWhatPrismaWrites() throws IOException {
    List<Prefix> prefixes = new ArrayList<>();
    for (Sample sample : Sample.all()) {
      tryOut(sample.script(sample.target()), sample.catalog(sample.target()), prefixes);
    }
    judge(prefixes);
  }

  private static void tryOut(Script script, Catalog before, List<Prefix> prefixes) {
    if (script.statements().size() > 1 && Demanding.isMet(script, before)) {
      prefixes.addAll(Prefix.of(script, before));
    }
  }

  private static void judge(List<Prefix> prefixes) {
    assertThat(prefixes).hasSizeGreaterThan(10);
    assertThat(prefixes.stream().flatMap(p -> p.wrong().stream())).isEmpty();
    long all = prefixes.stream().mapToLong(p -> p.effects().statements().size()).sum();
    long unknown = prefixes.stream().mapToLong(Prefix::unknown).sum();
    assertThat(unknown).isLessThan(all / 3);
  }

  private static void run(Script script, Catalog catalog) {
    script.statements().forEach(s -> Prefix.run(s, catalog, script));
  }

  private static String fixed(Example example) {
    return example.fixed().map(Example.Block::text).orElse("");
  }

  private static Script read(String path, String sql, Target target) {
    return Script.read(new SourceFile(path, sql), target);
  }

  private static List<Path> sqlFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
