package dev.tiptoe.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A session at the command line, as a text: {@code === name} begins a file, {@code === demo} alone
 * a copy of testdata/demo, {@code $ tiptoe ...} and {@code $ cat ...} are commands with what they
 * print, up to {@code exit N}; what a command says on standard error comes last, each line after
 * {@code ! }. Before {@code tiptoe} there may be variables of its environment; {@code
 * TERMINALS=out,err} says what a person looks at.
 */
final class Transcript {

  private final Path folder;
  private final StringBuilder result = new StringBuilder();

  Transcript(Path folder) {
    this.folder = folder;
  }

  /** The transcript as it really goes, in a new {@code folder}. */
  String replay(String text) throws IOException {
    String[] lines = text.split("\n");
    int at = 0;
    while (at < lines.length) {
      String line = lines[at++];
      result.append(line).append('\n');
      if (line.equals("=== demo")) {
        copyDemo();
      } else if (line.startsWith("=== ")) {
        StringBuilder content = new StringBuilder();
        while (at < lines.length && !lines[at].startsWith("$ ") && !lines[at].startsWith("===")) {
          content.append(lines[at]).append('\n');
          result.append(lines[at++]).append('\n');
        }
        Path file = folder.resolve(line.substring(4));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
      } else if (line.startsWith("$ ")) {
        run(line.substring(2));
        while (at < lines.length && !lines[at].matches("exit \\d")) {
          at++;
        }
        at++;
      }
    }
    return result.toString();
  }

  private void run(String command) throws IOException {
    List<String> words = words(command);
    Map<String, String> variables = new HashMap<>();
    while (words.get(0).matches("[A-Z_]+=.*")) {
      String[] variable = words.remove(0).split("=", 2);
      variables.put(variable[0], variable[1]);
    }
    Set<Surroundings.Stream> terminals = Terminals.named(variables.getOrDefault("TERMINALS", ""));
    InputStream in = InputStream.nullInputStream();
    if (words.contains("<")) {
      int redirection = words.indexOf("<");
      in =
          new ByteArrayInputStream(
              Files.readAllBytes(folder.resolve(words.remove(redirection + 1))));
      words.remove(redirection);
    }
    String program = words.remove(0);
    if (program.equals("cat")) {
      result.append(Files.readString(folder.resolve(words.get(0)))).append("exit 0\n");
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            words, new Surroundings(folder, variables, in, stream(out), stream(err), terminals));
    result.append(text(out));
    text(err)
        .lines()
        .forEach(line -> result.append(line.isEmpty() ? "!" : "! " + line).append('\n'));
    result.append("exit ").append(code).append('\n');
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /**
   * The escape character is written as {@code ^[}, and the version as a word that outlasts
   * releases.
   */
  private static String text(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace("\u001B", "^[")
        .replace(ProgramVersion.read(), "VERSION");
  }

  private void copyDemo() throws IOException {
    Path demo = Path.of("testdata", "demo");
    try (Stream<Path> files = Files.walk(demo)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(demo.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : (command + " ").toCharArray()) {
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (quote == 0 && c == ' ') {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    return words;
  }
}
