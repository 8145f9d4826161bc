package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Tokenized;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Mutilates every SQL text there is: whatever is left is read without a crash, and fixing it comes
 * to an end.
 */
class AnyTextTest {

  private static final Fixer FIXER = new Fixer(new Linter(Rules.book(), Options.defaults()));

  private record Text(String name, Target target, String sql) {}

  @TestFactory
  Stream<DynamicTest> cutBeforeEachToken() {
    return tests(
        (text, place) -> text.substring(0, place.start()) + "\n".repeat(place.start() % 2));
  }

  @TestFactory
  Stream<DynamicTest> withEachTokenRemoved() {
    return tests((text, place) -> text.substring(0, place.start()) + text.substring(place.end()));
  }

  private interface Mutilation {
    String of(String text, Span token);
  }

  private static Stream<DynamicTest> tests(Mutilation mutilation) {
    return texts().stream()
        .map(
            text ->
                dynamicTest(
                    text.name(),
                    () ->
                        assertTimeoutPreemptively(
                            Duration.ofSeconds(60), () -> mutilate(text, mutilation))));
  }

  private static void mutilate(Text text, Mutilation mutilation) {
    List<Span> places = Tokenized.places(text.sql(), text.target());
    assertThat(places.stream().map(p -> p.of(text.sql())).reduce("", String::concat))
        .isEqualTo(text.sql());
    for (Span place : places) {
      if (!place.of(text.sql()).isBlank()) {
        check(mutilation.of(text.sql(), place), text.target());
      }
    }
  }

  private static void check(String sql, Target target) {
    FixResult fixed = FIXER.fix(new SourceFile("change.sql", sql), target);
    assertThat(fixed.remaining().crashes()).as(sql).isEmpty();
    assertThat(fixed.problem()).as(sql).doesNotContain("end");
    if (fixed.applied() == 0) {
      assertThat(fixed.file().text()).isEqualTo(sql);
    } else {
      FixResult again = FIXER.fix(fixed.file(), target);
      assertThat(again.file().text()).as(sql).isEqualTo(fixed.file().text());
    }
  }

  private static List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    for (Page page : Page.all()) {
      for (Example example : page.examples()) {
        texts.add(
            new Text(page.id() + ": " + example.name(), example.target(), example.sql().text()));
      }
    }
    for (Fixture fixture : Fixture.all()) {
      texts.add(new Text(fixture.path().toString(), fixture.target(), fixture.file().text()));
    }
    return texts;
  }
}
