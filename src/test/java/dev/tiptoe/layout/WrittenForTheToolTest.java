package dev.tiptoe.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the fixer writes stands where the tool reads it as what it is. */
class WrittenForTheToolTest {

  private static final String BAD = "ALTER TABLE users ADD COLUMN age integer NOT NULL";
  private static final String ADD = "ALTER TABLE users ADD COLUMN age integer DEFAULT 0";
  private static final String REQUIRE =
      "-- Step 3 of 3: make it NOT NULL, without the default that only helped along.\n"
          + "ALTER TABLE users ALTER COLUMN age SET NOT NULL, ALTER COLUMN age DROP DEFAULT;\n";
  private static final String FILL =
      "-- Step 2 of 3: fill what is still NULL.\nUPDATE users SET age = 0 WHERE age IS NULL;";
  private static final String REST = FILL + "\n" + REQUIRE;
  private static final String EXPLAIN =
      """
      -- These steps work on a table with rows. In one transaction it stays locked until the last is done.
      -- Step 1 of 3: add the column as nullable. Its default fills the rows there are and those inserted meanwhile.
      -- tiptoe:review 0 for age is a guess. Write the right value wherever it stands, then delete this line.
      """;

  @Test
  void aBlockOfGooseThatHoldsOneStatementIsLeftAsItIs() {
    assertFixed(
        Layouts.GOOSE,
        """
        -- +goose Up
        -- +goose StatementBegin
        %s;
        -- +goose StatementEnd

        -- +goose Down
        ALTER TABLE users ADD COLUMN old integer NOT NULL;
        """
            .formatted(BAD),
        """
        -- +goose Up
        %s-- +goose StatementBegin
        %s;
        -- +goose StatementEnd
        %s
        -- +goose Down
        ALTER TABLE users ADD COLUMN old integer NOT NULL;
        """
            .formatted(EXPLAIN, ADD, REST));
  }

  @Test
  void aBlockOfGooseThatHoldsSeveralStatementsTakesTheNewOnesIn() {
    assertFixed(
        Layouts.GOOSE,
        "-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n" + BAD + ";\n-- +goose StatementEnd\n",
        "-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n"
            + EXPLAIN
            + ADD
            + ";\n"
            + REST
            + "-- +goose StatementEnd\n");
  }

  @Test
  void sqlMigrateHasTheSameBlocks() {
    assertFixed(
        Layouts.SQL_MIGRATE,
        "-- +migrate Up\n-- +migrate StatementBegin\n" + BAD + "\n-- +migrate StatementEnd\n",
        "-- +migrate Up\n"
            + EXPLAIN
            + "-- +migrate StatementBegin\n"
            + ADD
            + "\n-- +migrate StatementEnd\n"
            + REST);
  }

  @Test
  void drizzleGetsABreakpointBetweenEveryTwoStatements() {
    assertFixed(
        Layouts.DRIZZLE,
        BAD + ";--> statement-breakpoint\nSELECT 1;",
        EXPLAIN
            + ADD
            + ";--> statement-breakpoint\n"
            + FILL
            + "--> statement-breakpoint\n"
            + REQUIRE.strip()
            + "--> statement-breakpoint\nSELECT 1;");
  }

  @Test
  void drizzleGetsNoBreakpointAfterTheLastStatement() {
    assertFixed(
        Layouts.DRIZZLE,
        BAD + ";\n",
        EXPLAIN
            + ADD
            + ";--> statement-breakpoint\n"
            + FILL
            + "--> statement-breakpoint\n"
            + REQUIRE);
  }

  @Test
  void drizzlesBreakpointsAreReadOnMysqlToo() {
    FixResult fixed =
        fix(
            Layouts.DRIZZLE,
            Dialect.MYSQL,
            "ALTER TABLE `a` ADD `b` int;--> statement-breakpoint\nUPDATE `a` SET `b` = 1;"
                + "--> statement-breakpoint\nALTER TABLE `a` ADD `c` date NOT NULL;");
    assertThat(fixed.remaining().script().notUnderstood()).isZero();
    assertThat(fixed.applied()).isOne();
    assertThat(fixed.file().text().split("--> statement-breakpoint"))
        .allSatisfy(part -> assertThat(part).containsOnlyOnce(";"));
  }

  @Test
  void whatFillsAColumnFirstIsSeparatedToo() {
    String require = "ALTER TABLE users ALTER COLUMN age SET NOT NULL;\n";
    String directive = "-- tiptoe:backfill users.age = 7\n";
    assertFixed(
        Layouts.DRIZZLE,
        directive + require,
        directive
            + "UPDATE users SET age = 7 WHERE age IS NULL;--> statement-breakpoint\n"
            + require);
  }

  @Test
  void aChangesetOfLiquibaseKeepsItsStepsTogether() {
    assertFixed(
        Layouts.LIQUIBASE,
        """
        --liquibase formatted sql
        --changeset ann:1
        %s;
        --rollback ALTER TABLE users DROP COLUMN age;

        --changeset ann:2
        SELECT 1;
        """
            .formatted(BAD),
        """
        --liquibase formatted sql
        --changeset ann:1
        %s%s;
        %s--rollback ALTER TABLE users DROP COLUMN age;

        --changeset ann:2
        SELECT 1;
        """
            .formatted(EXPLAIN, ADD, REST));
  }

  @Test
  void liquibasesMarkersAreReadOnMysqlToo() {
    FixResult fixed =
        fix(
            Layouts.LIQUIBASE,
            Dialect.MYSQL,
            "--liquibase formatted sql\n--changeset ann:1\nALTER TABLE a ADD b date NOT NULL;\n"
                + "--rollback ALTER TABLE a DROP b;\n");
    assertThat(fixed.remaining().script().notUnderstood()).isZero();
    assertThat(fixed.applied()).isOne();
  }

  @Test
  void aChangesetThatIsSentAsOneStatementIsRefused() {
    for (String attribute : new String[] {"splitStatements:false", "endDelimiter:/"}) {
      String text =
          "--liquibase formatted sql\n--changeset ann:1 " + attribute + "\n" + BAD + ";\n";
      FixResult fixed = fix(Layouts.LIQUIBASE, text);
      assertThat(fixed.file().text()).isEqualTo(text);
      assertThat(fixed.remaining().findings().get(0).advice())
          .contains("--fix writes nothing here", attribute.split(":")[0]);
    }
  }

  @Test
  void aFileOfAtlasWithItsOwnDelimiterIsRefused() {
    FixResult fixed = fix(Layouts.ATLAS, "-- atlas:delimiter \\n\\n\n\n" + BAD + ";\n");
    assertThat(fixed.applied()).isZero();
    assertThat(fixed.remaining().findings().get(0).advice()).contains("atlas:delimiter");
  }

  @Test
  void atlasWantsItsSumWrittenAnew() {
    String text = "-- atlas:txmode none\n\n" + BAD + ";\n";
    assertFixed(Layouts.ATLAS, text, "-- atlas:txmode none\n\n" + EXPLAIN + ADD + ";\n" + REST);
    assertThat(advice(Layouts.ATLAS, Dialect.POSTGRESQL, text))
        .contains("Run atlas migrate hash afterwards, so that atlas.sum is right again.");
  }

  @Test
  void golangMigrateNeedsASettingForASecondStatementOnMysqlAlone() {
    String text = "ALTER TABLE users ADD COLUMN born date NOT NULL;\n";
    assertThat(advice(Layouts.GOLANG_MIGRATE, Dialect.MYSQL, text))
        .contains("multiStatements=true");
    assertThat(advice(Layouts.GOLANG_MIGRATE, Dialect.POSTGRESQL, text))
        .doesNotContain("multiStatements");
  }

  @Test
  void theMarkOfSqlxStaysFirst() {
    assertFixed(
        Layouts.SQLX,
        "-- no-transaction\n" + BAD + ";\n",
        "-- no-transaction\n" + EXPLAIN + ADD + ";\n" + REST);
  }

  @Test
  void dbmatesWayBackIsNotTouched() {
    assertFixed(
        Layouts.DBMATE,
        "-- migrate:up transaction:false\n" + BAD + ";\n\n-- migrate:down\n" + BAD + ";\n",
        "-- migrate:up transaction:false\n"
            + EXPLAIN
            + ADD
            + ";\n"
            + REST
            + "\n-- migrate:down\n"
            + BAD
            + ";\n");
  }

  @Test
  void otherToolsTakeTheStepsAsTheyAre() {
    for (Layout layout : Layouts.ALL) {
      if (layout != Layouts.DRIZZLE) {
        assertFixed(layout, BAD + ";\n", EXPLAIN + ADD + ";\n" + REST);
      }
    }
  }

  private static void assertFixed(Layout layout, String before, String after) {
    String fixed = fix(layout, before).file().text();
    assertThat(fixed).as(layout.id()).isEqualTo(after);
    assertThat(fix(layout, fixed).applied()).as(layout.id() + ", once more").isZero();
  }

  private static FixResult fix(Layout layout, String text) {
    return fix(layout, Dialect.POSTGRESQL, text);
  }

  private static FixResult fix(Layout layout, Dialect dialect, String text) {
    return new Fixer(linter()).fix(new SourceFile("1_a.sql", text), circumstances(layout, dialect));
  }

  private static String advice(Layout layout, Dialect dialect, String text) {
    Script script = Script.read(new SourceFile("1_a.sql", text), Target.oldest(dialect));
    return linter().lint(script, circumstances(layout, dialect)).findings().get(0).advice();
  }

  private static Circumstances circumstances(Layout layout, Dialect dialect) {
    return new Circumstances(
        new Catalog(Target.oldest(dialect)), new Runner(layout, Optional.empty()));
  }

  private static Linter linter() {
    return new Linter(Rules.book(), Options.defaults());
  }
}
