package dev.tiptoe.project;

import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files on the disk. */
public final class DiskTree implements Tree {

  @Override
  public List<String> below(Path folder, int depth) throws FileProblem {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    } catch (UncheckedIOException e) {
      throw FileProblem.unreadable(e.getCause());
    }
  }

  @Override
  public SourceFile read(Path file, String shown) throws FileProblem {
    return SourceReader.read(file, shown);
  }
}
