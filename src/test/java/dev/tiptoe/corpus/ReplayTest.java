package dev.tiptoe.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Replay;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class ReplayTest {

  private static final Report REPORT = new Report("3 projects replayed");
  private static final int ROWS = 3;
  private static final boolean ALL = System.getProperty("tiptoe.corpus", "").equals("all");
  private static final Pattern ALTERS_NOT_NULL =
      Pattern.compile("(?is)^ALTER\\s.*\\bNOT\\s+NULL\\b");
  private static final Pattern ONLY = Pattern.compile(System.getProperty("tiptoe.corpus.only", ""));

  @AfterAll
  static void writeReport() {
    REPORT.write();
  }

  @ParameterizedTest
  @EnumSource
  void everyNotNullColumnOfAProjectDoesWhatIsClaimedAndItsRewriteIsAccepted(ServerKind kind)
      throws Exception {
    List<Chain> chains = Chain.of(Corpus.read());
    Server server = kind.server();
    for (Chain chain : chains) {
      if (isFor(chain, server)) {
        replay(chain, server, kind);
      }
    }
    assertThat(REPORT.lines("wrong on " + server)).isEmpty();
  }

  private static boolean isFor(Chain chain, Server server) {
    boolean dialect =
        chain.dialect().id().equals(server.dialect())
            || (chain.dialect() == Dialect.MYSQL && server.dialect().equals("mariadb"));
    return dialect && ONLY.matcher(server + " " + chain.name()).find();
  }

  /** Each file on one server of its dialect, and on all of them if something in it is an error. */
  private static boolean isTried(Migration migration, Target target, ServerKind kind) {
    List<String> statements = Trial.statements(migration.text(), target);
    if (statements.stream().noneMatch(s -> ALTERS_NOT_NULL.matcher(s).find())) {
      return false;
    }
    int servers = kind.isPostgresql() ? 3 : 2;
    int turn = Math.floorMod(migration.path().hashCode(), servers);
    return ALL
        || kind.ordinal() % servers == turn
        || CorpusTest.lint(migration).findings().stream()
            .anyMatch(f -> f.severity() == Severity.ERROR);
  }

  private static void replay(Chain chain, Server server, ServerKind kind) throws SQLException {
    String row = server + " " + chain.name();
    long start = System.nanoTime();
    try (Copies copies = new Copies(server);
        Database line = server.freshDatabase()) {
      Target target = Trial.target(line);
      List<Migration> tried =
          chain.migrations().stream().filter(m -> isTried(m, target, kind)).toList();
      int end = tried.isEmpty() ? 0 : chain.migrations().indexOf(tried.get(tried.size() - 1)) + 1;
      Catalog known = new Catalog(target);
      for (Migration migration : chain.migrations().subList(0, end)) {
        REPORT.count(row, "migrations", 1);
        List<String> statements = Trial.statements(migration.text(), target);
        if (tried.contains(migration)) {
          try (Database before = copies.of(line)) {
            ScriptResult result = line.runScript(Mode.STATEMENTS, statements);
            tryOut(copies, before, line, result, migration, known.copy(), row);
          }
        } else {
          ScriptResult result = line.runScript(Mode.STATEMENTS, statements);
          if (!result.succeeded()) {
            REPORT.count(row, "migrations that the server refuses as they stand", 1);
            REPORT.line("refused by " + server, migration + ": " + result);
          }
        }
        Replay.of(Script.read(migration.source(), target), Runner.unknown(), known);
        known.settle();
        known.newConnection();
      }
    }
    REPORT.count(row, "seconds", (int) ((System.nanoTime() - start) / 1_000_000_000));
    REPORT.write();
  }

  private static void tryOut(
      Copies copies,
      Database before,
      Database after,
      ScriptResult result,
      Migration migration,
      Catalog known,
      String row)
      throws SQLException {
    String server = before.server().toString();
    try (Database filled = copies.of(before)) {
      try (Connection connection = filled.connect()) {
        for (Rows.Unfilled table : Rows.fill(connection, ROWS)) {
          REPORT.count(row, "tables not filled", 1);
          REPORT.line("not filled on " + server, migration + ": " + table);
        }
      }
      Trial trial =
          new Trial(copies, before, filled, after, result.succeeded(), migration.source(), known);
      int claims = trial.claims(CorpusTest.DEFAULTS).size();
      Original original = trial.original();
      REPORT.count(row, "migrations tried on tables with rows", 1);
      REPORT.count(row, "claims", claims);
      REPORT.count(row, "claims confirmed by the server", original.confirmed());
      if (result.succeeded()) {
        if (!original.error().isEmpty()) {
          REPORT.count(row, "migrations that fail on tables with rows", 1);
          REPORT.line("fails with rows on " + server, migration + ": " + original.error());
        }
        for (boolean asked : List.of(false, true)) {
          Rewrites.tryOut(trial, asked, row, migration.toString(), REPORT);
        }
      } else {
        REPORT.count(row, "migrations that the server refuses as they stand", 1);
        REPORT.line("refused by " + server, migration + ": " + result);
      }
      trial.problems().forEach(p -> REPORT.line("wrong on " + server, migration + ": " + p));
    }
  }
}
