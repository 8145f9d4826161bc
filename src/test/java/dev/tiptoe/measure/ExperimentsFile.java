package dev.tiptoe.measure;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads testdata/facts: SQL in which a comment line that begins with one of these words opens a
 * section, and a line that ends with a semicolon ends a statement.
 *
 * <pre>
 * -- fixture                              the tables that every operation finds
 * -- let NAME                             statements under a name
 * -- operation ID on TABLE [since 12] [until 16]
 * -- given [NAME ...]                     what comes before it: named statements, then these
 * -- session                              settings of the session that runs it
 * -- gives [NAME]                         a query for one text
 * </pre>
 */
record ExperimentsFile(List<String> fixture, List<Experiment> experiments) {

  static ExperimentsFile of(Dialect dialect) throws IOException {
    return read(Files.readString(Path.of("testdata/facts/" + dialect.id() + ".sql")));
  }

  static ExperimentsFile read(String text) {
    Reading reading = new Reading();
    text.lines().forEach(reading::line);
    return new ExperimentsFile(
        reading.fixture, reading.drafts.stream().map(Draft::finish).toList());
  }

  private static final class Reading {
    final List<String> fixture = new ArrayList<>();
    final List<Draft> drafts = new ArrayList<>();
    private final Map<String, List<String>> named = new LinkedHashMap<>();
    private final StringBuilder statement = new StringBuilder();
    private List<String> section = fixture;

    void line(String line) {
      if (line.startsWith("-- ")) {
        heading(line.substring(3).split(" "));
      } else if (line.endsWith(";")) {
        statement.append(line, 0, line.length() - 1);
        section.add(statement.toString().strip());
        statement.setLength(0);
      } else {
        statement.append(line).append('\n');
      }
    }

    private void heading(String[] words) {
      switch (words[0]) {
        case "fixture" -> section = fixture;
        case "let" -> section = named.computeIfAbsent(words[1], name -> new ArrayList<>());
        case "operation" -> {
          drafts.add(new Draft(words));
          section = current().statements;
        }
        case "given" -> section = withNamed(current().given, words);
        case "session" -> section = current().session;
        case "gives" -> section = withNamed(current().questions, words);
        default -> {}
      }
    }

    private Draft current() {
      return drafts.get(drafts.size() - 1);
    }

    private List<String> withNamed(List<String> statements, String[] words) {
      for (String name : List.of(words).subList(1, words.length)) {
        if (!named.containsKey(name)) {
          throw new IllegalArgumentException("nothing is called " + name);
        }
        statements.addAll(named.get(name));
      }
      return statements;
    }
  }

  private record Draft(
      List<String> heading,
      List<String> given,
      List<String> session,
      List<String> statements,
      List<String> questions) {

    Draft(String[] heading) {
      this(
          List.of(heading),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    Experiment finish() {
      return new Experiment(
          heading.get(1),
          heading.get(3),
          version("since"),
          version("until"),
          given,
          session,
          statements,
          questions.stream().findFirst());
    }

    private Optional<Version> version(String word) {
      int at = heading.indexOf(word);
      return at < 0 ? Optional.empty() : Version.of(heading.get(at + 1));
    }
  }
}
