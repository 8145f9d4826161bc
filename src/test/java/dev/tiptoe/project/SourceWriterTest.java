package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWriterTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    file = Files.writeString(folder.resolve("a.sql"), "old");
  }

  @Test
  void the_permissions_stay() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x--x"));
    new SourceWriter().replace(file, "old", "new");
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-x--x");
    assertOnly("a.sql");
  }

  @Test
  void behind_a_link_the_target_is_rewritten_and_the_link_stays() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.sql"), Path.of("a.sql"));
    new SourceWriter().replace(link, "old", "new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).isEqualTo("new");
    assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void a_full_disk_leaves_the_file_as_it_was() throws IOException {
    SourceWriter writer =
        new SourceWriter(draft -> new FullDisk(FileChannel.open(draft, StandardOpenOption.WRITE)));
    assertThatThrownBy(() -> writer.replace(file, "old", "a new text"))
        .isInstanceOf(FileProblem.class)
        .hasMessage("No space left on device");
    assertThat(file).hasContent("old");
    assertOnly("a.sql");
  }

  @Test
  void a_draft_that_cannot_be_opened_leaves_the_file_as_it_was() throws IOException {
    SourceWriter writer =
        new SourceWriter(
            draft -> {
              throw new AccessDeniedException(draft.toString());
            });
    assertThatThrownBy(() -> writer.replace(file, "old", "new")).hasMessage("permission denied");
    assertThat(file).hasContent("old");
    assertOnly("a.sql");
  }

  @Test
  void what_somebody_else_wrote_meanwhile_is_not_overwritten() throws IOException {
    Files.writeString(file, "newer");
    assertThatThrownBy(() -> new SourceWriter().replace(file, "old", "new"))
        .hasMessageContaining("meanwhile");
    assertThat(file).hasContent("newer");
    assertOnly("a.sql");
  }

  @Test
  void a_device_is_not_rewritten() {
    assertThatThrownBy(() -> new SourceWriter().replace(Path.of("/dev/null"), "", "new"))
        .hasMessageContaining("not a regular file");
  }

  private void assertOnly(String name) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly(name);
    }
  }

  /** Takes three bytes and no more. */
  private record FullDisk(WritableByteChannel disk) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      ByteBuffer first = bytes.slice(bytes.position(), Math.min(3, bytes.remaining()));
      disk.write(first);
      throw new IOException("No space left on device");
    }

    @Override
    public boolean isOpen() {
      return disk.isOpen();
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }
}
