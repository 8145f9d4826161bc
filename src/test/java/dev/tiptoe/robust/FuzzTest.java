package dev.tiptoe.robust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Options.Form;
import dev.tiptoe.lint.Options.Guessing;
import dev.tiptoe.lint.Options.OneStep;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nearly-SQL in great numbers. {@code -Dtiptoe.fuzz.seconds=600} makes it run that long on each
 * dialect from a seed of its own; without it, a fixed number of texts from a fixed seed.
 */
class FuzzTest {

  private static final List<Options> OPTIONS =
      List.of(
          Options.defaults(),
          new Options(List.of(), Form.INSTANT, Guessing.ALLOWED, OneStep.LEFT_ALONE),
          new Options(List.of(), Form.THREE_STEPS, Guessing.FORBIDDEN, OneStep.REWRITTEN));

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anyTextIsReadAndMendedWithoutHarm(Dialect dialect) {
    int seconds = Integer.getInteger("tiptoe.fuzz.seconds", 0);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    Mutator mutator = new Mutator(seconds > 0 ? System.nanoTime() : 20_240_601L);
    int texts = 0;
    while (seconds > 0 ? System.nanoTime() < end : texts < 1_000) {
      String text = mutator.next();
      try {
        check(text, Target.oldest(dialect), OPTIONS.get(texts % OPTIONS.size()));
      } catch (AssertionError | RuntimeException | StackOverflowError e) {
        throw new AssertionError(dialect + " fails on <<" + text + ">>", e);
      }
      texts++;
    }
    System.out.println("fuzzed " + dialect.title() + " with " + texts + " texts");
  }

  private static void check(String text, Target target, Options options) {
    SourceFile file = new SourceFile("fuzz.sql", text);
    Script script = Script.read(file, target);
    assertStatementsAreInOrder(script);
    Fixer fixer = new Fixer(new Linter(Rules.book(), options));
    FixResult fixed = fixer.fix(file, target);
    assertThat(fixed.remaining().crashes()).isEmpty();
    assertThat(fixed.problem()).doesNotContain("never came to an end");
    FixResult again = fixer.fix(fixed.file(), target);
    assertThat(again.file().text()).isEqualTo(fixed.file().text());
    if (fixed.applied() > 0) {
      List<String> comments = comments(Script.read(fixed.file(), target));
      assertThat(comments).containsAll(comments(script));
    }
  }

  private static void assertStatementsAreInOrder(Script script) {
    int end = 0;
    for (Statement statement : script.statements()) {
      assertThat(statement.span().start()).isGreaterThanOrEqualTo(end);
      assertThat(statement.span().end()).isGreaterThan(statement.span().start());
      end = Math.max(statement.span().end(), statement.delimiter().end());
    }
  }

  private static List<String> comments(Script script) {
    List<String> comments = new ArrayList<>();
    for (Span comment : script.comments()) {
      comments.add(script.file().text(comment).strip());
    }
    return comments;
  }
}
