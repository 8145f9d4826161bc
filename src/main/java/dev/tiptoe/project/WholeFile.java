package dev.tiptoe.project;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears at its place, over what was there, only when it is whole. Until then it is
 * written beside it.
 */
public final class WholeFile implements AutoCloseable {

  private final Path file;
  private final Path draft;
  private final Writer writer;

  private WholeFile(Path file, Path draft) throws IOException {
    this.file = file;
    this.draft = draft;
    this.writer = Files.newBufferedWriter(draft);
  }

  /**
   * Begins a file, with the folders above it. Behind a symbolic link the target is replaced; a pipe
   * or a device is written to as it is.
   *
   * @throws FileProblem if it could not be put at its place
   */
  public static WholeFile begin(Path path) throws FileProblem {
    try {
      Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      if (Files.isDirectory(file)) {
        throw new FileProblem("it is a folder");
      }
      // A move would replace even a file that its owner has protected.
      if (Files.exists(file) && !Files.isWritable(file)) {
        throw new FileProblem("it is read-only");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return new WholeFile(file, file);
      }
      Files.createDirectories(file.getParent());
      String name = ".tiptoe-" + file.getFileName() + "-" + ProcessHandle.current().pid();
      return new WholeFile(file, file.resolveSibling(name));
    } catch (FileAlreadyExistsException e) {
      throw new FileProblem("a file is where its folder would have to be");
    } catch (IOException e) {
      throw FileProblem.of(e);
    }
  }

  /** What is written to it. */
  public Appendable out() {
    return writer;
  }

  /** Puts it at its place. */
  public void keep() throws FileProblem {
    try {
      writer.close();
      if (!draft.equals(file)) {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw FileProblem.of(e);
    }
  }

  /** Takes away what was not kept. */
  @Override
  public void close() {
    try {
      writer.close();
      if (!draft.equals(file)) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      // What was to be told about the disk was told when it was written to.
    }
  }
}
