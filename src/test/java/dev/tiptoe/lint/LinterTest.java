package dev.tiptoe.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinterTest {

  private static final Target POSTGRESQL = Target.oldest(Dialect.POSTGRESQL);
  private static final SourceFile FILE = new SourceFile("a.sql", "DROP TABLE a;\nDROP TABLE b;\n");

  /** Crashes at every table that is dropped. */
  private static final class CrashesAlways extends Rule<TableChange.DropTable> {
    CrashesAlways() {
      super(TableChange.DropTable.class, Severity.ERROR);
    }

    @Override
    protected void check(TableChange.DropTable drop, Context ctx) {
      throw new IllegalStateException("boom");
    }
  }

  /** Reports every table that is dropped, with a fix. */
  private static final class ReportsDrops extends Rule<TableChange.DropTable> {
    private final String replacement;

    ReportsDrops(String replacement, Dialect... dialects) {
      super(TableChange.DropTable.class, Severity.WARNING, dialects);
      this.replacement = replacement;
    }

    @Override
    protected void check(TableChange.DropTable drop, Context ctx) {
      Fix fix =
          new Fix(
              "another way", Fix.Safety.SAFE, List.of(TextEdit.replace(drop.span(), replacement)));
      ctx.report(Severity.WARNING, Hazard.LOSES, drop.span(), "gone", "keep it", Optional.of(fix));
    }
  }

  private static LintResult lint(Rule<?>... rules) {
    return new Linter(new RuleBook(List.of(rules)), Options.defaults())
        .lint(Script.read(FILE, POSTGRESQL));
  }

  @Test
  void aRuleThatCrashesIsLeftOutAndTheOthersGoOn() {
    LintResult result = lint(new CrashesAlways(), new ReportsDrops("SELECT 1"));
    assertThat(result.findings()).hasSize(2);
    assertThat(result.crashes()).hasSize(1);
    assertThat(result.crashes().get(0)).contains("crashes-always", "a.sql:1", "boom");
  }

  @Test
  void aRuleIsNotAskedAboutOtherDialects() {
    assertThat(lint(new ReportsDrops("SELECT 1", Dialect.MYSQL)).findings()).isEmpty();
  }

  @Test
  void aRulesNameIsItsClassesName() {
    assertThat(new ReportsDrops("").id()).isEqualTo("reports-drops");
  }

  @Test
  void findingsComeInTheOrderOfTheirPlaces() {
    List<Finding> findings = lint(new ReportsDrops("SELECT 1")).findings();
    assertThat(findings).extracting(f -> f.file().line(f.span().start())).containsExactly(1, 2);
  }

  @Test
  void aFixThatNeverEndsLeavesTheFileAsItWas() {
    Fixer fixer =
        new Fixer(
            new Linter(
                new RuleBook(List.of(new ReportsDrops("DROP TABLE again"))), Options.defaults()));
    FixResult result = fixer.fix(FILE, POSTGRESQL);
    assertThat(result.file().text()).isEqualTo(FILE.text());
    assertThat(result.problem()).isNotEmpty();
    assertThat(result.applied()).isZero();
  }

  @Test
  void aFixThatCannotBeReadLeavesTheFileAsItWas() {
    Fixer fixer =
        new Fixer(new Linter(new RuleBook(List.of(new ReportsDrops("'"))), Options.defaults()));
    FixResult result = fixer.fix(FILE, POSTGRESQL);
    assertThat(result.file().text()).isEqualTo(FILE.text());
    assertThat(result.problem()).isNotEmpty();
  }

  @Test
  void theNearestWordIsTheOneThatWasMeant() {
    List<String> words = List.of("set-not-null", "add-not-null-column");
    assertThat(NearestWord.to("set-notnull", words)).contains("set-not-null");
    assertThat(NearestWord.to("no-fridays", words)).isEmpty();
  }
}
