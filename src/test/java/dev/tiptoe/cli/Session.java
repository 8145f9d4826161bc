package dev.tiptoe.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One command line run in a folder, and what came of it. */
public final class Session {

  static final String REQUIRED =
      "ALTER TABLE \"Server\" ADD COLUMN \"sshPort\" INTEGER NOT NULL;\n";

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> variables = new HashMap<>();
  private InputStream input = InputStream.nullInputStream();

  public Session(Path folder) {
    this.folder = folder;
  }

  Session variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Session input(byte[] bytes) {
    return input(new ByteArrayInputStream(bytes));
  }

  Session input(InputStream stream) {
    input = stream;
    return this;
  }

  public int run(String... args) {
    return run(out, args);
  }

  int run(OutputStream to, String... args) {
    Surroundings surroundings =
        new Surroundings(
            folder,
            variables,
            input,
            new PrintStream(to, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Set.of());
    return Main.run(List.of(args), surroundings);
  }

  byte[] outBytes() {
    return out.toByteArray();
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
