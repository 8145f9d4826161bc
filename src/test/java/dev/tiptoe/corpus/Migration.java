package dev.tiptoe.corpus;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A migration file.
 *
 * @param project whose it is
 * @param dialect the one it was written for
 * @param path below the project's folder
 */
record Migration(String project, Dialect dialect, String path, String text) {

  static Migration read(String project, Dialect dialect, Path folder, Path file) {
    try {
      String path = folder.relativize(file).toString();
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new Migration(project, dialect, path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SourceFile source() {
    return new SourceFile(path, text);
  }

  /** Whether it takes another one back. */
  boolean isDown() {
    return path.endsWith(".down.sql");
  }

  /** The last part of its folder. */
  String folder() {
    Path parent = Path.of(path).getParent();
    return parent == null ? "" : parent.toString();
  }

  String fileName() {
    return Path.of(path).getFileName().toString();
  }

  @Override
  public String toString() {
    return dialect.id() + "/" + project + "/" + path;
  }
}
