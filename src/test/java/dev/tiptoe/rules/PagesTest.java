package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.TextEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Executes the examples of the rules' pages. */
class PagesTest {

  private static final String GUESSED = "guessed-backfill";

  @Test
  void everyRuleHasAPageAndEveryPageARule() {
    assertThat(Page.all().stream().map(Page::id))
        .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream().map(Rule::id).toList());
    assertThat(Page.all())
        .allSatisfy(p -> assertThat(p.path().getFileName()).hasToString(p.id() + ".md"));
  }

  @Test
  void everyPageSaysWhatHappensAndShowsABadAndAGoodExample() {
    assertThat(Page.all())
        .allSatisfy(
            page -> {
              assertThat(page.introduction()).hasSizeGreaterThan(100);
              assertThat(page.examples()).anyMatch(Example::isBad).anyMatch(e -> !e.isBad());
            });
  }

  @TestFactory
  Stream<DynamicNode> examples() {
    if (PageUpdate.isWanted()) {
      assertThat(System.getenv("CI")).as("CI; pages are not rewritten there").isNull();
      Page.wanted().forEach(PageUpdate::of);
    }
    return Page.wanted().stream()
        .map(
            page ->
                dynamicContainer(
                    page.id(), page.examples().stream().map(example -> test(page, example))));
  }

  private static DynamicTest test(Page page, Example example) {
    return dynamicTest(
        example.name(),
        () ->
            assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> new ExampleCheck(page.id(), example).check()));
  }

  private record ExampleCheck(String rule, Example example) {

    void check() {
      String sql = example.sql().text();
      Outcome outcome = Outcome.of(example, sql);
      assertThat(outcome.found().crashes()).isEmpty();
      assertThat(outcome.found().findings().stream().map(Finding::rule).toList().contains(rule))
          .as("the rule finds something")
          .isEqualTo(example.isBad());
      example.text().ifPresent(t -> assertThat(outcome.text()).isEqualTo(t.text()));
      String fixed = example.fixed().map(Example.Block::text).orElse(sql);
      assertThat(outcome.fixed()).isEqualTo(fixed);
      assertThat(outcome.fix().problem()).isEmpty();
      reads(example.setup());
      reads(sql);
      reads(fixed);
      fixedTextIsClean(outcome, fixed);
      editsSpellTheResult(outcome, sql);
      otherSpellings(sql, fixed);
    }

    private void fixedTextIsClean(Outcome outcome, String fixed) {
      Outcome again = Outcome.of(example, fixed);
      assertThat(again.fixed()).as("fixed once more").isEqualTo(fixed);
      assertThat(again.found().crashes()).isEmpty();
      if (example.fixed().isPresent() && !example.isPartlyFixed()) {
        assertThat(again.found().findings())
            .filteredOn(f -> f.severity() != Severity.NOTE && f.rule().equals(rule))
            .as("left by the fix")
            .isEmpty();
      }
      List<String> fresh = outcome.wordsBeside(GUESSED, again.found().findings());
      outcome.wordsBeside(GUESSED, outcome.found().findings()).forEach(fresh::remove);
      assertThat(fresh).as("brought in by the fix").isEmpty();
    }

    private void reads(String sql) {
      if (!rule.equals("unreadable-statement")) {
        Script script = Script.read(example.file(sql), example.target());
        assertThat(script.statements().stream().flatMap(s -> s.changes().stream()))
            .noneMatch(Change.Other.class::isInstance);
      }
    }

    /** What stands between the edits is in the result, letter by letter and in the same order. */
    private static void editsSpellTheResult(Outcome outcome, String sql) {
      StringBuilder result = new StringBuilder(sql);
      List<TextEdit> edits = new ArrayList<>(outcome.firstEdits());
      for (int i = edits.size() - 1; i >= 0; i--) {
        TextEdit edit = edits.get(i);
        result.replace(edit.span().start(), edit.span().end(), edit.text());
      }
      if (outcome.fix().applied() <= 1) {
        assertThat(result).hasToString(outcome.fixed());
      }
    }

    private void otherSpellings(String sql, String fixed) {
      becomes("with CRLF", crlf(sql), crlf(fixed));
      becomes("with a byte order mark", "\uFEFF" + sql, "\uFEFF" + fixed);
      becomes("without the last newline", chop(sql), chop(fixed));
      if (sql.endsWith(";\n")) {
        String open = sql.substring(0, sql.length() - 2);
        String unended = fixed.substring(0, fixed.length() - 2);
        assertThat(Outcome.of(example, open).fixed())
            .as("without the last semicolon")
            .isIn(unended, unended + ";");
        assertThat(Outcome.of(example, open + "\n").fixed())
            .as("without the last semicolon, with a newline")
            .isIn(unended + "\n", unended + ";\n");
      }
    }

    private void becomes(String what, String sql, String fixed) {
      Outcome outcome = Outcome.of(example, sql);
      LintResult found = outcome.found();
      assertThat(outcome.fixed()).as(what).isEqualTo(fixed);
      assertThat(found.findings().stream().map(Finding::rule).toList().contains(rule))
          .as("the rule finds something " + what)
          .isEqualTo(example.isBad());
    }

    private static String crlf(String text) {
      return text.replace("\n", "\r\n");
    }

    private static String chop(String text) {
      return text.substring(0, text.length() - 1);
    }
  }
}
