package dev.tiptoe.rules;

import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Replay;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SQL of which each line says what is found in it: line 1 names the target, as in {@code --
 * postgresql 16}, and {@code -- ~ rule-id ...} ends a line with findings. Line 1 may end in {@code
 * after} and a file beside it, which has made the tables.
 *
 * @param schema what is there before
 * @param marked the rules per line, the first line first
 */
record Fixture(
    Path path, Target target, Catalog schema, SourceFile file, List<List<String>> marked) {

  private static final Path FOLDER = Path.of("testdata/fixtures");
  private static final Pattern MARK = Pattern.compile("\\s*-- ~ ([a-z -]+)$");

  static List<Fixture> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(p -> p.toString().endsWith(".sql")).sorted().map(Fixture::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fixture read(Path path) {
    try {
      List<String> lines = Files.readAllLines(path);
      String[] words = lines.get(0).split(" ");
      Target target =
          new Target(
              Dialect.of(words[1]).orElseThrow(() -> new IllegalArgumentException(lines.get(0))),
              Version.of(words[2]).orElseThrow(() -> new IllegalArgumentException(lines.get(0))));
      StringBuilder sql = new StringBuilder();
      lines.forEach(line -> sql.append(MARK.matcher(line).replaceFirst("")).append('\n'));
      List<List<String>> marked = lines.stream().map(Fixture::marks).toList();
      Catalog schema =
          words.length > 4 ? made(path.resolveSibling(words[4]), target) : new Catalog(target);
      return new Fixture(
          path, target, schema, new SourceFile("V2__change.sql", sql.toString()), marked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Catalog made(Path tables, Target target) throws IOException {
    Catalog schema = new Catalog(target);
    SourceFile file = new SourceFile(tables.toString(), Files.readString(tables));
    Replay.of(Script.read(file, target), Runner.unknown(), schema);
    schema.settle();
    return schema;
  }

  private static List<String> marks(String line) {
    return MARK.matcher(line)
        .results()
        .flatMap(m -> Stream.of(m.group(1).split(" ")))
        .sorted()
        .toList();
  }
}
