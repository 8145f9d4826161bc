package dev.tiptoe.project;

import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files on the disk. */
public final class DiskTree implements Tree {

  @Override
  public List<String> below(Path folder, int depth) throws FileProblem {
    List<String> paths = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return paths;
    }
    try {
      Files.walkFileTree(
          folder,
          Set.of(),
          depth,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!attributes.isDirectory()) {
                paths.add(Slashes.between(folder, file));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    }
    return paths;
  }

  @Override
  public SourceFile read(Path file, String shown) throws FileProblem {
    return SourceReader.read(file, shown);
  }
}
