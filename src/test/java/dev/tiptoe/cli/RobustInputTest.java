package dev.tiptoe.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobustInputTest {

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void start() {
    session = new Session(folder);
  }

  @Test
  void a_nul_byte_is_reported_with_its_place_and_other_files_are_still_judged() throws IOException {
    Files.writeString(folder.resolve("nul.sql"), "SELECT 1;\n\0");
    Files.writeString(folder.resolve("ok.sql"), Session.REQUIRED);
    assertThat(session.run("--dialect", "postgresql", ".")).isEqualTo(2);
    assertThat(session.err())
        .contains("nul.sql: is not text: there is a NUL byte at byte offset 10 (line 2)");
    assertThat(session.out()).contains("ok.sql:1:33: error[add-not-null-column]");
  }

  @Test
  void bytes_that_are_no_utf_8_are_reported_with_their_place() throws IOException {
    Files.write(folder.resolve("latin.sql"), "SELECT 'caf\u00e9';".getBytes(ISO_8859_1));
    assertThat(session.run("--dialect", "mysql", "latin.sql")).isEqualTo(2);
    assertThat(session.err())
        .contains("latin.sql: is not UTF-8: byte 0xe9 at byte offset 11 (line 1)");
    assertThat(session.out()).startsWith("Checked nothing");
  }

  @Test
  void utf_16_is_named_with_and_without_its_mark() throws IOException {
    Files.write(folder.resolve("marked.sql"), ("\uFEFF" + "SELECT 1;").getBytes(UTF_16LE));
    Files.write(folder.resolve("bare.sql"), "SELECT 1;".getBytes(UTF_16LE));
    assertThat(session.run("--dialect", "mysql", ".")).isEqualTo(2);
    assertThat(session.err()).contains("bare.sql, marked.sql: is UTF-16 text; save it as UTF-8");
  }

  @Test
  void a_binary_file_is_no_sql() throws IOException {
    Files.write(
        folder.resolve("x.sql"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, (byte) 0xff});
    assertThat(session.run("--dialect", "mysql", "x.sql")).isEqualTo(2);
    assertThat(session.err()).contains("is not text");
  }

  @Test
  void an_empty_file_needs_no_dialect() throws IOException {
    Files.writeString(folder.resolve("empty.sql"), "");
    assertThat(session.run("empty.sql")).isZero();
    assertThat(session.out())
        .isEqualTo("Checked 1 file, 0 statements: 0 errors, 0 warnings, 0 notes.\n");
  }

  @Test
  void a_byte_order_mark_and_carriage_returns_outlive_a_rewrite() throws IOException {
    Path file = folder.resolve("a.sql");
    Files.writeString(
        file, "\uFEFF" + "SELECT 1;\r\n" + Session.REQUIRED.replace("\n", "\r\n") + "-- end");
    assertThat(
            session.run(
                "--dialect", "postgresql", "--backfill", "Server.sshPort=22", "--fix", "a.sql"))
        .isZero();
    String text = Files.readString(file);
    assertThat(text)
        .startsWith("\uFEFFSELECT 1;\r\n")
        .endsWith("\r\n-- end")
        .contains("SET NOT NULL");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void a_byte_order_mark_takes_no_column() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "\uFEFF" + Session.REQUIRED);
    session.run("--dialect", "postgresql", "a.sql");
    assertThat(session.out()).startsWith("a.sql:1:33:");
  }

  @Test
  void standard_input_is_given_back_byte_for_byte_if_nothing_changes() {
    byte[] bytes = "\uFEFF-- caf\u00e9\r\nSELECT 1;\r".getBytes(UTF_8);
    assertThat(session.input(bytes).run("--fix", "--dialect", "mysql", "-")).isZero();
    assertThat(session.outBytes()).isEqualTo(bytes);
  }

  @Test
  void standard_input_that_cannot_be_read_gives_nothing_back() {
    assertThat(session.input(new byte[] {(byte) 0xff, 'a'}).run("--fix", "--dialect", "mysql", "-"))
        .isEqualTo(2);
    assertThat(session.outBytes()).isEmpty();
    assertThat(session.err()).contains("<stdin>: is not UTF-8");
  }

  @Test
  void a_file_without_read_permission_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sql"), "SELECT 1;");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeFalse(Files.isReadable(file), "the administrator may read everything");
    assertThat(session.run("--dialect", "mysql", "a.sql")).isEqualTo(2);
    assertThat(session.err()).contains("a.sql: cannot be read: permission denied");
  }

  @Test
  void a_read_only_file_is_judged_and_stays() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sql"), Session.REQUIRED);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "the administrator may write everything");
    assertThat(session.run("--fix", "--dialect", "postgresql", "a.sql")).isEqualTo(2);
    assertThat(session.out())
        .contains("a.sql: not rewritten: it is read-only")
        .contains("add-not-null-column");
    assertThat(file).hasContent(Session.REQUIRED);
  }

  @Test
  void a_report_that_cannot_be_written_is_no_success() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "SELECT 1;");
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThat(session.run(full, "--dialect", "mysql", "a.sql")).isEqualTo(2);
    assertThat(session.err()).contains("could not be written to standard output");
  }

  @Test
  void a_link_to_nothing_is_named() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.sql"), Path.of("gone.sql"));
    assertThat(session.run("--dialect", "mysql", ".")).isEqualTo(2);
    assertThat(session.err()).contains("a.sql: cannot be read: no such file or folder");
  }

  @Test
  void steering_characters_in_sql_do_not_reach_the_terminal() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "ALTER TABLE t ADD \"\u001B[2Jx\" INT NOT NULL;");
    assertThat(session.run("--dialect", "postgresql", "a.sql")).isEqualTo(1);
    assertThat(session.out()).doesNotContain("\u001B").contains("?[2Jx");
  }

  @Test
  void a_bug_of_ours_is_admitted_and_nothing_is_praised() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("as if we had made a mistake");
          }
        };
    assertThat(session.input(broken).run("--dialect", "mysql", "-")).isEqualTo(3);
    assertThat(session.err())
        .contains("this is a bug in Tiptoe: <stdin>")
        .contains("Please report it");
    assertThat(session.out()).startsWith("Checked nothing");
  }
}
