package dev.tiptoe.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Options.OneStep;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorpusTest {

  private static final long MOST_MILLIS = 5_000;

  static final Options DEFAULTS = Options.defaults();
  static final Options REWRITTEN =
      new Options(List.of(), Options.Form.THREE_STEPS, Options.Guessing.ALLOWED, OneStep.REWRITTEN);

  private static List<Migration> migrations;

  @BeforeAll
  static void read() {
    migrations = Corpus.read().stream().filter(m -> !m.isDown()).toList();
  }

  @Test
  void everyFileIsReadWithoutACrashAndReported() {
    Report report = new Report("1 files read");
    List<String> bad = new ArrayList<>();
    for (Migration migration : migrations) {
      long start = System.nanoTime();
      LintResult result = lint(migration);
      long millis = (System.nanoTime() - start) / 1_000_000;
      if (millis > MOST_MILLIS) {
        bad.add(migration + " took " + millis + " ms");
      }
      result.crashes().forEach(c -> bad.add(migration + ": " + c));
      report(migration, result, report);
    }
    report.write();
    assertThat(bad).isEmpty();
    assertThat(report.lines("not read to its end")).isEmpty();
    assertThat(report.lines("not understood")).isEmpty();
  }

  private static void report(Migration migration, LintResult result, Report report) {
    for (String row :
        List.of(
            "all " + migration.dialect().id(),
            migration.dialect().id() + "/" + migration.project())) {
      report.count(row, "files", 1);
      report.count(row, "statements", result.script().statements().size());
      report.count(row, "statements not wholly understood", result.script().notUnderstood());
      for (Finding finding : result.findings()) {
        String fix = finding.fix().map(f -> ", fix " + f.safety().id()).orElse(", no fix");
        report.count(row, "finding " + finding.rule() + " " + finding.severity() + fix, 1);
      }
    }
    for (Statement statement : result.script().statements()) {
      for (Change change : statement.changes()) {
        if (change instanceof Change.Other other) {
          String heading =
              switch (other.reading()) {
                case UNCLOSED -> "not read to its end";
                case NOT_UNDERSTOOD -> "not understood";
                case OPAQUE -> "code that is not looked into";
              };
          report.line(
              heading, migration + ": " + other.reason() + ": " + shortened(migration, other));
        }
      }
    }
    for (Finding finding : result.findings()) {
      if (finding.severity() != Severity.NOTE) {
        report.line(
            "errors and warnings",
            migration
                + ":"
                + finding.file().line(finding.span().start())
                + " "
                + finding.rule()
                + ": "
                + finding.message()
                + " | "
                + finding.advice());
      }
    }
  }

  private static String shortened(Migration migration, Change change) {
    String text = change.span().of(migration.text()).replaceAll("\\s+", " ");
    return text.substring(0, Math.min(100, text.length()));
  }

  @Test
  void nothingButCommentsAndDelimitersStandsBetweenStatements() {
    List<String> lost = new ArrayList<>();
    for (Migration migration : migrations) {
      Script script = Script.read(migration.source(), Target.oldest(migration.dialect()));
      StringBuilder rest = new StringBuilder(migration.text());
      int end = 0;
      for (Statement statement : script.statements()) {
        if (statement.span().start() < end) {
          lost.add(migration + ": statements overlap at " + end);
        }
        end = statement.delimiter().end();
        blank(rest, statement.span());
        blank(rest, statement.delimiter());
      }
      script.comments().forEach(c -> blank(rest, c));
      String left =
          rest.toString()
              .replaceAll("(?im)^\\s*DELIMITER\\b.*$", "")
              .replaceAll("/\\*M?!\\d*|\\*/|[\\s;\\uFEFF]", "");
      if (!left.isEmpty()) {
        lost.add(migration + ": " + left);
      }
    }
    assertThat(lost).isEmpty();
  }

  private static void blank(StringBuilder text, Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      text.setCharAt(i, ' ');
    }
  }

  @Test
  void aFixedFileHasNothingMoreToFix() {
    List<String> bad = new ArrayList<>();
    for (Migration migration : migrations) {
      for (Options options : List.of(DEFAULTS, REWRITTEN)) {
        FixResult once = fix(migration, migration.text(), options);
        FixResult twice = fix(migration, once.file().text(), options);
        if (!once.problem().isEmpty()) {
          bad.add(migration + ": " + once.problem());
        }
        if (!twice.file().text().equals(once.file().text())) {
          bad.add(migration + " is changed again:\n" + once.file().text());
        }
      }
    }
    assertThat(bad).isEmpty();
  }

  @Test
  void aFileWithCrlfIsFixedAsOneWithLf() {
    List<String> bad = new ArrayList<>();
    for (Migration migration : migrations) {
      String lf = migration.text().replace("\r\n", "\n");
      boolean hasLines = lf.contains("\n");
      for (Options options : hasLines ? List.of(DEFAULTS, REWRITTEN) : List.<Options>of()) {
        String wanted = fix(migration, lf, options).file().text().replace("\n", "\r\n");
        String got = fix(migration, lf.replace("\n", "\r\n"), options).file().text();
        if (!got.equals(wanted)) {
          bad.add(migration + " with CRLF becomes:\n" + got);
        }
      }
    }
    assertThat(bad).isEmpty();
  }

  static LintResult lint(Migration migration) {
    Target target = Target.oldest(migration.dialect());
    return new Linter(Rules.book(), DEFAULTS).lint(Script.read(migration.source(), target));
  }

  private static FixResult fix(Migration migration, String text, Options options) {
    return new Fixer(new Linter(Rules.book(), options))
        .fix(new SourceFile(migration.path(), text), Target.oldest(migration.dialect()));
  }
}
