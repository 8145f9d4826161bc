package dev.tiptoe.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line that is measured.
 *
 * @param words {@code {target}} among them stands for what Tiptoe is given, {@code {files}} for
 *     each file
 */
record Contender(String name, List<String> words) {

  private static final String TARGET = "{target}";
  private static final String FILES = "{files}";

  /** Reads {@code NAME=COMMAND}; what names a file here names it from everywhere. */
  static Contender read(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 1 || argument.substring(equals + 1).isBlank()) {
      throw new BenchException("\"" + argument + "\" is not of the form NAME=COMMAND");
    }
    List<String> words = new ArrayList<>();
    for (String word : argument.substring(equals + 1).strip().split("\\s+")) {
      boolean isHere = word.contains("/") && Files.exists(Path.of(word));
      words.add(isHere ? Path.of(word).toAbsolutePath().toString() : word);
    }
    if (!words.contains(TARGET) && !words.contains(FILES)) {
      words.add(FILES);
    }
    return new Contender(argument.substring(0, equals), List.copyOf(words));
  }

  /** The program of this checkout. */
  static Contender tiptoe(Path root) {
    return new Contender("tiptoe", List.of(root.resolve("bin/tiptoe").toString(), TARGET));
  }

  /** Whether it sees more of a workload than the files alone. */
  boolean seesTheTarget() {
    return words.contains(TARGET);
  }

  List<String> commandLine(Workload workload) {
    List<String> line = new ArrayList<>();
    for (String word : words) {
      switch (word) {
        case TARGET -> line.add(workload.target());
        case FILES -> line.addAll(workload.files());
        default -> line.add(word);
      }
    }
    return line;
  }

  @Override
  public String toString() {
    return name + ": `" + String.join(" ", words) + "`";
  }
}
