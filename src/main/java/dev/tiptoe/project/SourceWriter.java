package dev.tiptoe.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/**
 * Replaces a file's content whole or not at all: the new text is written beside the file, forced to
 * disk and then moved over it, so that no failure can leave half a migration.
 */
public final class SourceWriter {

  /** Opens a new file for writing. */
  public interface Opener {
    WritableByteChannel open(Path file) throws IOException;
  }

  private final Opener opener;

  public SourceWriter() {
    this(file -> FileChannel.open(file, StandardOpenOption.WRITE));
  }

  /** A writer whose bytes go through {@code opener}, which may fail where a disk seldom does. */
  SourceWriter(Opener opener) {
    this.opener = opener;
  }

  /**
   * Replaces {@code oldText} by {@code newText}; behind a symbolic link the target is replaced and
   * the link stays.
   *
   * @throws FileProblem if that fails; the file is then as it was
   */
  public void replace(Path file, String oldText, String newText) throws FileProblem {
    try {
      Path real = file.toRealPath();
      if (!Files.isRegularFile(real)) {
        throw new FileProblem("it is not a regular file");
      }
      // A move would replace even a file that its owner has protected.
      if (!Files.isWritable(real)) {
        throw new FileProblem("it is read-only");
      }
      replaceReal(real, oldText, newText);
    } catch (IOException e) {
      throw FileProblem.of(e);
    }
  }

  /**
   * Writes a file that is not there yet, with the folders above it.
   *
   * @throws FileProblem if there is one, or if it cannot be written; nothing is changed then
   */
  public void create(Path file, String text) throws FileProblem {
    Path absolute = file.toAbsolutePath();
    if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileProblem("it is there already");
    }
    try {
      Files.createDirectories(absolute.getParent());
      // A temporary file by Java's name for it could be read by nobody else.
      Path draft = Files.createFile(absolute.resolveSibling(".tiptoe-" + absolute.getFileName()));
      try {
        write(draft, text.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, absolute);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw FileProblem.of(e);
    }
  }

  /** Takes back what {@link #create} wrote, with its folder if nothing else is in it. */
  public void delete(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      Files.deleteIfExists(absolute);
      Files.delete(absolute.getParent());
    } catch (IOException notEmpty) {
      // A folder that others use stays.
    }
  }

  private void replaceReal(Path file, String oldText, String newText)
      throws IOException, FileProblem {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isWritable(folder)) {
      throw new FileProblem("its folder is not writable");
    }
    Path draft = Files.createTempFile(folder, ".tiptoe-", ".tmp");
    try {
      write(draft, newText.getBytes(StandardCharsets.UTF_8));
      copyOwnership(file, draft);
      if (!Arrays.equals(Files.readAllBytes(file), oldText.getBytes(StandardCharsets.UTF_8))) {
        throw new FileProblem("somebody changed it meanwhile; run Tiptoe again");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void write(Path draft, byte[] bytes) throws IOException {
    try (WritableByteChannel channel = opener.open(draft)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (channel instanceof FileChannel file) {
        file.force(true);
      }
    }
  }

  private static void copyOwnership(Path from, Path to) throws IOException {
    PosixFileAttributeView target =
        Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (target == null) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes present = target.readAttributes();
    try {
      if (!present.group().equals(wanted.group())) {
        target.setGroup(wanted.group());
      }
      if (!present.owner().equals(wanted.owner())) {
        target.setOwner(wanted.owner());
      }
    } catch (IOException notAllowed) {
      // Only an administrator may give files away; the permissions below are what matters to
      // readers.
    }
    target.setPermissions(wanted.permissions());
  }
}
