package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the examples of the pages on real servers, on tables with rows: what is said to fail fails
 * with the error that the page names, all else passes, and what the fix writes passes and ends in
 * the same schema.
 */
@Tag("servers")
class PagesOnServersTest {

  private static final Pattern EXECUTED = Pattern.compile("/\\*M?!\\d*\\s*$");

  @TestFactory
  Stream<DynamicNode> examples() {
    return Page.all().stream()
        .map(
            page ->
                dynamicContainer(
                    page.id(),
                    page.examples().stream()
                        .filter(e -> e.isRun() && server(e.target()).isPresent())
                        .map(e -> dynamicTest(e.name(), () -> check(page.id(), e)))));
  }

  private static Optional<ServerKind> server(Target target) {
    return switch (target.dialect()) {
      case POSTGRESQL ->
          switch (target.version().major()) {
            case 14 -> Optional.of(ServerKind.POSTGRESQL_14);
            case 16 -> Optional.of(ServerKind.POSTGRESQL_16);
            case 18 -> Optional.of(ServerKind.POSTGRESQL_18);
            default -> Optional.empty();
          };
      case MYSQL -> Optional.of(ServerKind.MYSQL);
      case MARIADB -> Optional.of(ServerKind.MARIADB);
    };
  }

  private static void check(String rule, Example example) throws SQLException {
    ServerKind kind = server(example.target()).orElseThrow();
    String sql = example.sql().text();
    List<Finding> failing = failing(rule, example);
    List<Mode> modes = modes(example, sql);
    ScriptResult result = run(kind, modes.get(modes.size() - 1), example, example.setup(), sql);
    if (failing.isEmpty()) {
      // A later statement may trip over what this one has done to the rows.
      assertThat(result.succeeded() || !isJudged(rule, example, result.failed()))
          .as(result.toString())
          .isTrue();
    } else {
      String code = kind.isPostgresql() ? result.sqlState() : Integer.toString(result.vendorCode());
      assertThat(failing.get(0).message()).as(result.toString()).contains(" " + code);
    }
    if (example.fixed().isPresent()) {
      fixPasses(kind, example, example.fixed().get().text());
    }
  }

  /** The ways in which the example's tool may send the text. */
  private static List<Mode> modes(Example example, String sql) {
    Script script = Script.read(example.file(sql), example.target());
    return switch (example.circumstances(sql).runner().sections(script).get(0).wrapping()) {
      case UNKNOWN -> List.of(Mode.ONE_TRANSACTION, Mode.STATEMENTS);
      case EACH_STATEMENT -> List.of(Mode.STATEMENTS);
      case SECTION, ALL_PENDING -> List.of(Mode.ONE_TRANSACTION);
    };
  }

  private static boolean isJudged(String rule, Example example, int statement) {
    Script script = Script.read(example.file(example.sql().text()), example.target());
    Span place = script.statements().get(statement).span();
    List<Finding> findings = Outcome.of(example, example.sql().text()).found().findings();
    return findings.isEmpty()
        || findings.stream().anyMatch(f -> f.rule().equals(rule) && place.covers(f.span()));
  }

  /** What the page says will fail. */
  private static List<Finding> failing(String rule, Example example) {
    LintResult found = Outcome.of(example, example.sql().text()).found();
    return found.findings().stream()
        .filter(f -> f.rule().equals(rule) && f.hazard() == Hazard.FAILS)
        .toList();
  }

  private static void fixPasses(ServerKind kind, Example example, String fixed)
      throws SQLException {
    for (Mode mode : modes(example, fixed)) {
      assertThat(run(kind, mode, example, example.setup(), fixed))
          .as("the fixed text, sent as " + mode)
          .hasToString("success");
    }
    String tables = withoutRows(example);
    Optional<SchemaSnapshot> wanted = schema(kind, example, tables, example.sql().text());
    if (wanted.isPresent()) {
      SchemaSnapshot got = schema(kind, example, example.setup(), fixed).orElseThrow();
      assertThat(wanted.get().difference(got)).as("another schema").isEmpty();
    }
  }

  /** The schema afterwards; empty if the SQL fails even so. */
  private static Optional<SchemaSnapshot> schema(
      ServerKind kind, Example example, String setup, String sql) throws SQLException {
    try (Database database = kind.server().freshDatabase()) {
      database.runScript(Mode.STATEMENTS, statements(example, setup)).orThrow();
      if (!database.runScript(Mode.STATEMENTS, statements(example, sql)).succeeded()) {
        return Optional.empty();
      }
      try (Connection connection = database.connect()) {
        return Optional.of(SchemaSnapshot.of(connection));
      }
    }
  }

  private static ScriptResult run(
      ServerKind kind, Mode mode, Example example, String setup, String sql) throws SQLException {
    try (Database database = kind.server().freshDatabase()) {
      database.runScript(Mode.STATEMENTS, statements(example, setup)).orThrow();
      return database.runScript(mode, statements(example, sql));
    }
  }

  private static List<String> statements(Example example, String sql) {
    Script script = Script.read(example.file(sql), example.target());
    return script.statements().stream().map(s -> whole(s, sql)).toList();
  }

  /** The statement with the marks of a comment that the server executes. */
  private static String whole(Statement statement, String sql) {
    int start = statement.span().start();
    Matcher mark = EXECUTED.matcher(sql.substring(0, start));
    Span delimiter = statement.delimiter();
    int end = delimiter.isEmpty() ? statement.span().end() : delimiter.start();
    return sql.substring(mark.find() ? mark.start() : start, end);
  }

  private static String withoutRows(Example example) {
    return statements(example, example.setup()).stream()
        .filter(s -> !s.startsWith("INSERT"))
        .reduce("", (all, s) -> all + s + ";\n");
  }
}
