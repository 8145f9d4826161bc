package dev.tiptoe.proof;

import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.servers.ConcurrentWriter;
import dev.tiptoe.servers.Database;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a rewritten script while an application that does not know the new column inserts rows. */
final class Busy {

  private static final String MORE_ROWS =
      """
      INSERT INTO t{n} (id, name, old)
      WITH RECURSIVE g (v) AS (SELECT 10 UNION ALL SELECT v + 1 FROM g WHERE v < 900)
      SELECT v, 'x', v FROM g;
      """;
  private static final String COUNT = "SELECT count(*) FROM ";
  private static final int ENOUGH = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Copy copy;
  private final Target target;
  private final Trial trial;
  private final List<String> problems = new ArrayList<>();

  private Busy(Copy copy, Target target, Trial trial) {
    this.copy = copy;
    this.target = target;
    this.trial = trial;
  }

  /** Whether there is anything to run. */
  static boolean isRewritten(Trial trial, Target target) {
    SourceFile file = new SourceFile("proof.sql", trial.numbered("").sql());
    return new Fixer(new Linter(Rules.book(), trial.numbered("").options()))
            .fix(file, target)
            .applied()
        > 0;
  }

  /** Returns what is wrong. */
  static List<String> problems(Copy copy, Target target, Trial template, String number)
      throws SQLException, InterruptedException {
    Trial trial = template.numbered(number);
    copy.run(trial.setup() + trial.rows() + MORE_ROWS.replace("{n}", number)).orThrow();
    Busy busy = new Busy(copy, target, trial);
    busy.run();
    return busy.problems;
  }

  private void run() throws SQLException, InterruptedException {
    Linter linter = new Linter(Rules.book(), trial.options());
    SourceFile file = new SourceFile("proof.sql", trial.sql());
    LintResult found = linter.lint(Script.read(file, target));
    boolean saidToFail = says(found, "no value, and the last one fails then");
    boolean saidToBeNow = says(found, "no value, and the last one gives it the current time");
    FixResult fix = new Fixer(linter).fix(file, target);
    String insert =
        "INSERT INTO %s (id, name) VALUES (100000 + %s, 'w')"
            .formatted(trial.table(), ConcurrentWriter.COUNTER);
    try (ConcurrentWriter writer = ConcurrentWriter.start(copy.database(), insert)) {
      String error = send(Copy.statements(fix.file().text(), target), writer);
      if (saidToFail == error.isEmpty()) {
        problems.add(saidToFail ? "it did not fail, as the advice says it does" : error);
      }
      if (writer.successes() == 0) {
        problems.add("nobody wrote");
      }
      if (error.isEmpty()) {
        proveRows(writer.successes());
        String now = "c > DATE_SUB(NOW(), INTERVAL 1 MINUTE)";
        if (saidToBeNow && copy.number(COUNT + trial.table() + " WHERE " + now) == 0) {
          problems.add("no row got the current time");
        }
      }
    }
  }

  private static boolean says(LintResult found, String words) {
    return found.findings().stream().anyMatch(f -> f.advice().contains(words));
  }

  /** Returns the error of the last statement, if it has one; the writer gets on in between. */
  private String send(List<String> statements, ConcurrentWriter writer)
      throws SQLException, InterruptedException {
    Database database = copy.database();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements.subList(0, statements.size() - 1)) {
        statement.execute(sql);
        awaitProgress(writer, sql);
      }
      try {
        statement.execute(statements.get(statements.size() - 1));
        return "";
      } catch (SQLException e) {
        return "the last step failed: " + e.getMessage();
      }
    }
  }

  private void awaitProgress(ConcurrentWriter writer, String sql) throws InterruptedException {
    int wanted = writer.successes() + ENOUGH;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (writer.successes() < wanted && System.nanoTime() < end) {
      Thread.sleep(2);
    }
    Map<String, Integer> errors = writer.errors();
    if (writer.successes() < wanted || !errors.isEmpty()) {
      problems.add("the writer does not get on after " + sql + ": " + errors);
    }
  }

  private void proveRows(int written) throws SQLException {
    long rows = copy.number(COUNT + trial.table());
    long existing = copy.number(COUNT + trial.table() + " WHERE id < 100000");
    long nulls = copy.number(COUNT + trial.table() + " WHERE c IS NULL");
    if (existing != 894 || rows < existing + written || nulls != 0) {
      problems.add(
          "%d rows, of them %d old, %d written, %d without a value"
              .formatted(rows, existing, written, nulls));
    }
    boolean sameForAll = trial.name().endsWith("GIVEN_CONSTANT");
    if (sameForAll && copy.number(trial.violations()) != 0) {
      problems.add("a row has another value than the one that was given");
    }
  }
}
