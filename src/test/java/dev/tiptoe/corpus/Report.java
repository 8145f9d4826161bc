package dev.tiptoe.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts things by place, and writes tables of them to {@code target/corpus-report.txt}. */
final class Report {

  private static final Path FILE = Path.of("target", "corpus-report.txt");
  private static final Map<String, String> SECTIONS = new TreeMap<>();

  private final String title;
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, StringBuilder> lines = new LinkedHashMap<>();

  Report(String title) {
    this.title = title;
  }

  /** Adds to a number of a row. */
  void count(String row, String what, int more) {
    counts.computeIfAbsent(row, r -> new TreeMap<>()).merge(what, more, Integer::sum);
  }

  /** Adds a line under a heading. */
  void line(String heading, String line) {
    lines.computeIfAbsent(heading, h -> new StringBuilder()).append("  ").append(line).append('\n');
  }

  /** Returns the lines under a heading. */
  List<String> lines(String heading) {
    return lines.getOrDefault(heading, new StringBuilder()).toString().lines().toList();
  }

  /**
   * Prints the numbers, and writes all of it to the file with those of the other tests of this JVM.
   */
  void write() {
    StringBuilder text = new StringBuilder("== " + title + " ==\n");
    counts.forEach(
        (row, numbers) -> {
          text.append(row).append('\n');
          numbers.forEach((what, n) -> text.append(String.format("  %6d %s%n", n, what)));
        });
    System.out.println(text);
    lines.forEach((heading, body) -> text.append("-- ").append(heading).append('\n').append(body));
    synchronized (SECTIONS) {
      SECTIONS.put(title, text.toString());
      try {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, String.join("\n", SECTIONS.values()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
