package dev.tiptoe.corpus;

import dev.tiptoe.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Real migration files of public projects. */
final class Corpus {

  private Corpus() {}

  /** Reads all files, or skips the test that asks if they are not there. */
  static List<Migration> read() {
    Path corpus = Shared.folder("corpus");
    List<Migration> migrations = new ArrayList<>();
    for (Path dialect : children(corpus)) {
      for (Path project : children(dialect)) {
        Dialect of = Dialect.of(dialect.getFileName().toString()).orElseThrow();
        for (Path file : sqlFiles(project)) {
          migrations.add(Migration.read(project.getFileName().toString(), of, project, file));
        }
      }
    }
    return migrations;
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sqlFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
