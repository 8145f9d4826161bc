package dev.tiptoe.rules;

import dev.tiptoe.layout.Section;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.Observation;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.servers.StatementObserver;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example on a real server; each question is put to a database of its own. */
record OnServer(ServerKind kind, Example example) {

  private static final Pattern EXECUTED = Pattern.compile("/\\*M?!\\d*\\s*$");

  static OnServer of(Example example) {
    return new OnServer(kind(example.target()).orElseThrow(), example);
  }

  /** Why an example is not run; empty if it is. */
  static Optional<String> obstacle(Example example) {
    if (!example.isRun()) {
      return Optional.of(example.setup().isEmpty() ? "has no setup" : "says not-run");
    }
    Optional<ServerKind> kind = kind(example.target());
    if (kind.isEmpty()) {
      return Optional.of("wants " + example.target());
    }
    return kind.get() == ServerKind.MYSQL && !Server.mysqlAvailable()
        ? Optional.of("wants MySQL, which the profile mysql brings")
        : Optional.empty();
  }

  /** The server of the same major version. */
  private static Optional<ServerKind> kind(Target target) {
    int major = target.version().major();
    return switch (target.dialect()) {
      case POSTGRESQL ->
          switch (major) {
            case 14 -> Optional.of(ServerKind.POSTGRESQL_14);
            case 16 -> Optional.of(ServerKind.POSTGRESQL_16);
            case 18 -> Optional.of(ServerKind.POSTGRESQL_18);
            default -> Optional.empty();
          };
      case MYSQL -> major == 8 ? Optional.of(ServerKind.MYSQL) : Optional.empty();
      case MARIADB -> major == 11 ? Optional.of(ServerKind.MARIADB) : Optional.empty();
    };
  }

  /** The statements of a text that lead up, in their order. */
  List<Statement> statements(String sql) {
    Script script = read(sql);
    List<Statement> statements = new ArrayList<>();
    for (Section section : up(script)) {
      statements.addAll(within(script, section));
    }
    return statements;
  }

  /** What each statement does, run as the example's tool would, to the first that fails. */
  List<Observation> observe(String sql) throws SQLException {
    try (Database database = populated()) {
      return observe(database, sql);
    }
  }

  private List<Observation> observe(Database database, String sql) throws SQLException {
    Script script = read(sql);
    List<Observation> seen = new ArrayList<>();
    try (StatementObserver observer = StatementObserver.of(database)) {
      for (Section section : up(script)) {
        seen.addAll(observer.run(mode(section), texts(script, section)));
        if (!seen.isEmpty() && !seen.get(seen.size() - 1).passed()) {
          return seen;
        }
      }
    }
    return seen;
  }

  /** Runs a text as the example's tool would, and in both ways if nobody knows the tool. */
  List<ScriptResult> runs(String sql) throws SQLException {
    Script script = read(sql);
    boolean isKnown = up(script).stream().allMatch(s -> s.wrapping() != Wrapping.UNKNOWN);
    List<ScriptResult> results = new ArrayList<>();
    for (Mode unknown :
        isKnown ? List.of(Mode.STATEMENTS) : List.of(Mode.STATEMENTS, Mode.ONE_TRANSACTION)) {
      try (Database database = populated()) {
        for (Section section : up(script)) {
          Mode mode = section.wrapping() == Wrapping.UNKNOWN ? unknown : mode(section);
          results.add(database.runScript(mode, texts(script, section)));
        }
      }
    }
    return results;
  }

  /** The schema that a text ends in; empty if it fails. */
  Optional<SchemaSnapshot> schema(String setup, String sql) throws SQLException {
    try (Database database = kind.server().freshDatabase()) {
      database.runScript(Mode.STATEMENTS, texts(setup)).orThrow();
      if (!database.runScript(Mode.STATEMENTS, texts(sql)).succeeded()) {
        return Optional.empty();
      }
      try (Connection connection = database.connect()) {
        return Optional.of(SchemaSnapshot.of(connection));
      }
    }
  }

  /** What the app gets to see after a migration, one answer for each of its statements. */
  List<String> answers(String app, String migration) throws SQLException {
    try (Database database = populated()) {
      for (Observation seen : observe(database, migration)) {
        seen.result().orThrow();
      }
      return database.answers(texts(app));
    }
  }

  /** The setup without the rows that it inserts. */
  String emptySetup() {
    return texts(example.setup()).stream()
        .filter(s -> !s.startsWith("INSERT"))
        .reduce("", (all, s) -> all + s + ";\n");
  }

  private Database populated() throws SQLException {
    Database database = kind.server().freshDatabase();
    database.runScript(Mode.STATEMENTS, texts(example.setup())).orThrow();
    return database;
  }

  private Script read(String sql) {
    return Script.read(example.file(sql), example.target());
  }

  private List<Section> up(Script script) {
    return example.runner().sections(script).stream()
        .filter(section -> section.way() == Section.Way.UP)
        .toList();
  }

  private static Mode mode(Section section) {
    return switch (section.wrapping()) {
      case SECTION, ALL_PENDING -> Mode.ONE_TRANSACTION;
      case EACH_STATEMENT, UNKNOWN -> Mode.STATEMENTS;
    };
  }

  private static List<Statement> within(Script script, Section section) {
    return script.statements().stream().filter(s -> section.span().covers(s.span())).toList();
  }

  private static List<String> texts(Script script, Section section) {
    String sql = script.file().text();
    return within(script, section).stream().map(s -> whole(s, sql)).toList();
  }

  private List<String> texts(String sql) {
    return read(sql).statements().stream().map(s -> whole(s, sql)).toList();
  }

  /** The statement with the marks of a comment that the server executes. */
  private static String whole(Statement statement, String sql) {
    int start = statement.span().start();
    Matcher mark = EXECUTED.matcher(sql.substring(0, start));
    Span delimiter = statement.delimiter();
    int end = delimiter.isEmpty() ? statement.span().end() : delimiter.start();
    return sql.substring(mark.find() ? mark.start() : start, end);
  }
}
