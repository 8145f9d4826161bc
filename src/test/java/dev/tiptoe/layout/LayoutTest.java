package dev.tiptoe.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.layout.Reaction.Effect;
import dev.tiptoe.layout.Section.Way;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each tool takes files for, in which order, in which parts and transactions. */
class LayoutTest {

  private static final String TWO = "ALTER TABLE a ADD b int;\nALTER TABLE a ADD c int;\n";

  static List<Layout> layouts() {
    return Layouts.ALL;
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aToolIsFoundByItsWord(Layout layout) {
    assertThat(Layouts.of(layout.id())).containsSame(layout);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void theSectionsTogetherAreTheFile(Layout layout) {
    String text = "-- x\n" + TWO + "-- +goose Down\n--changeset a:1\n-- migrate:up\nSELECT 1;\n";
    int end = 0;
    for (Section section : sections(layout, "", text)) {
      assertThat(section.span().start()).isEqualTo(end);
      end = section.span().end();
    }
    assertThat(end).isEqualTo(text.length());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void noTextIsTooOdd(Layout layout) {
    for (String text : List.of("", "--", "--\0\n-- \n--+goose\n", "\0;--\u2003\n;", "\uFEFF-- x")) {
      assertThat(sections(layout, "", text)).isNotEmpty();
    }
    for (String path : List.of("", "/", ".sql", "__.sql", "V__.sql", "/up.sql", "1", "\uD800")) {
      assertThat(layout.inOrder(List.of(path)).size()).isLessThan(2);
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void whatAToolDoesIsOnePartOfASentence(Layout layout) {
    Runner runner = new Runner(layout, Optional.empty());
    assertThat(List.of(runner.edited(), runner.deleted(), runner.late()))
        .extracting(Reaction::text)
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotEndWith("."));
  }

  @Test
  void prismasFoldersComeInTheOrderOfJavaScript() {
    assertThat(
            order(
                Layouts.PRISMA,
                "B/migration.sql",
                "a_b/migration.sql",
                "a-b/migration.sql",
                "a1/migration.sql",
                "ab/migration.sql",
                "Ab/migration.sql",
                "README.sql",
                "_a/migration.sql"))
        .containsExactly("_a", "a_b", "a-b", "a1", "ab", "Ab", "B");
  }

  @Test
  void plainFilesComeByTheNumbersInTheirNamesAndTheLongerNameLast() {
    assertThat(
            order(
                Layouts.PLAIN,
                "V10-dataflow.sql",
                "V2-dataflow-after.sql",
                "V2-dataflow.sql",
                "V02-data.sql",
                "base.sql"))
        .containsExactly(
            "V02-data.sql",
            "V2-dataflow.sql",
            "V2-dataflow-after.sql",
            "V10-dataflow.sql",
            "base.sql");
  }

  @Test
  void flywaysVersionsAreNumbersAndRepeatablesComeLast() {
    assertThat(
            order(
                Layouts.FLYWAY,
                "R__views.sql",
                "V2__b.sql",
                "V10__c.sql",
                "V1_1__a.sql",
                "V1.0.5__a.sql",
                "notes.sql",
                "v3__lower.sql",
                "sub/V3__d.sql",
                "B5__base.sql"))
        .containsExactly(
            "V1.0.5__a.sql",
            "V1_1__a.sql",
            "V2__b.sql",
            "V3__d.sql",
            "B5__base.sql",
            "V10__c.sql",
            "R__views.sql");
  }

  @ParameterizedTest
  @CsvSource({
    "flyway, U2__a.sql, DOWN",
    "flyway, B2__a.sql, BASELINE",
    "flyway, R__a.sql, REPEATABLE",
    "flyway, V2.1_3__a.sql, VERSIONED",
    "golang-migrate, 1_a.down.sql, DOWN",
    "golang-migrate, 1_a.up.sql, VERSIONED",
    "pop, 1_a.mysql.down.sql, DOWN",
    "pop, 1_a.postgres.up.sql, VERSIONED",
    "sqlx, 1_a.down.sql, DOWN",
    "sqlx, 1_a.sql, VERSIONED",
    "diesel, 1_a/down.sql, DOWN",
    "diesel, 1_a/up.sql, VERSIONED",
    "plain, a.down.sql, DOWN",
    "plain, 1_a/down.sql, DOWN"
  })
  void aNameSaysWhatAFileIsFor(String tool, String path, Kind kind) {
    assertThat(Layouts.of(tool).orElseThrow().migration(path).map(Migration::kind)).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "prisma, migration.sql",
    "flyway, V__a.sql",
    "flyway, V1_a.sql",
    "golang-migrate, a.up.sql",
    "golang-migrate, 1_a.sql",
    "pop, 1_a.up.fizz",
    "goose, schema.sql",
    "dbmate, schema.sql",
    "sqlx, 1.sql",
    "diesel, 1_a/other.sql",
    "drizzle, schema.sql",
    "supabase, seed.sql",
    "plain, seeds/1.sql",
    "atlas, atlas.sum"
  })
  void otherFilesArePassedOver(String tool, String path) {
    assertThat(Layouts.of(tool).orElseThrow().migration(path)).isEmpty();
  }

  @Test
  void numbersAreComparedAsNumbersButDbmateComparesNames() {
    String[] files = {"10_a.sql", "9_b.sql"};
    assertThat(order(Layouts.GOOSE, files)).containsExactly("9_b.sql", "10_a.sql");
    assertThat(order(Layouts.DBMATE, files)).containsExactly("10_a.sql", "9_b.sql");
  }

  @Test
  void filesOfNoToolAreOrderedAsPeopleReadTheirNames() {
    assertThat(
            order(
                Layouts.PLAIN,
                "V10-shop.sql",
                "V2-shop-after.sql",
                "V2-shop.sql",
                "v1.10/a.sql",
                "v1.9/b.sql"))
        .containsExactly(
            "V2-shop.sql", "V2-shop-after.sql", "V10-shop.sql", "v1.9/b.sql", "v1.10/a.sql");
  }

  @Test
  void drizzlesJournalDecidesWhatRunsAndWhen() {
    String journal =
        "{\"entries\":[{\"idx\":0,\"tag\":\"0001_b\"},{\"idx\":1,\"tag\": \"0000_a\"}]}";
    assertThat(Layouts.DRIZZLE.index()).contains("meta/_journal.json");
    assertThat(Layouts.DRIZZLE.inOrder(List.of("0000_a.sql", "0001_b.sql", "0002_c.sql"), journal))
        .extracting(Migration::name)
        .containsExactly("0001_b", "0000_a");
    assertThat(order(Layouts.DRIZZLE, "2_b/migration.sql", "1_a/migration.sql"))
        .containsExactly("1_a", "2_b");
  }

  @Test
  void prismaSendsAFileWholeUntil74AndItsStatementsSinglyFromThen() {
    assertThat(wrapping(Layouts.PRISMA, "7.3", TWO)).isEqualTo(Wrapping.ONE_MESSAGE);
    assertThat(wrapping(Layouts.PRISMA, "7.4", TWO)).isEqualTo(Wrapping.EACH_STATEMENT);
    assertThat(wrapping(Layouts.PRISMA, "", TWO)).isEqualTo(Wrapping.UNKNOWN);
    assertThat(wrapping(Layouts.PRISMA, "7.3", "SELECT 1;")).isEqualTo(Wrapping.EACH_STATEMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "DO $$ BEGIN END $$",
    "drop index  concurrently i",
    "ALTER TABLE a ATTACH PARTITION b DEFAULT",
    "ALTER TABLE a ADD CONSTRAINT c UNIQUE USING INDEX i"
  })
  void prismaSendsAFileWholeThatItCannotSplit(String statement) {
    assertThat(wrapping(Layouts.PRISMA, "7.8", TWO + statement + ";"))
        .isEqualTo(Wrapping.ONE_MESSAGE);
  }

  @Test
  void mysqlMakesNoTransactionOfAMessage() {
    Script script = script(Dialect.MYSQL, TWO);
    for (Layout layout : List.of(Layouts.PRISMA, Layouts.GOLANG_MIGRATE)) {
      assertThat(new Runner(layout, Optional.empty()).sections(script))
          .extracting(Section::wrapping)
          .containsExactly(Wrapping.EACH_STATEMENT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE UNIQUE INDEX CONCURRENTLY i ON a (b), EACH_STATEMENT",
    "VACUUM a, EACH_STATEMENT",
    "ALTER SYSTEM SET x = 1, EACH_STATEMENT",
    "REINDEX VERBOSE DATABASE d, EACH_STATEMENT",
    "ALTER TYPE e ADD VALUE 'x', SECTION",
    "CREATE INDEX i ON a (b), SECTION"
  })
  void flywayLeavesTheTransactionOutWherePostgresqlWantsNone(String statement, Wrapping expected) {
    assertThat(wrapping(Layouts.FLYWAY, "", statement)).isEqualTo(expected);
  }

  @Test
  void settingsBesideAFileAreHeeded() {
    assertThat(Layouts.FLYWAY.settings("a/V1__a.sql")).contains("a/V1__a.sql.conf");
    assertThat(withSettings(Layouts.FLYWAY, "executeInTransaction = false\n"))
        .isEqualTo(Wrapping.EACH_STATEMENT);
    assertThat(Layouts.DIESEL.settings("1_a/up.sql")).contains("1_a/metadata.toml");
    assertThat(withSettings(Layouts.DIESEL, "run_in_transaction = true\n"))
        .isEqualTo(Wrapping.SECTION);
    // Several statements are still one message.
    assertThat(withSettings(Layouts.DIESEL, "run_in_transaction = false\n"))
        .isEqualTo(Wrapping.ONE_MESSAGE);
  }

  @Test
  void gooseRunsAFileWithoutTransactionWhereItIsTold() {
    assertThat(sections(Layouts.GOOSE, "", "-- +goose NO TRANSACTION\n-- +goose Up\n" + TWO))
        .extracting(Section::wrapping)
        .containsOnly(Wrapping.EACH_STATEMENT);
    assertThat(sections(Layouts.GOOSE, "", "-- +goose up\n" + TWO + "-- +goose Down\n" + TWO))
        .extracting(Section::way)
        .containsExactly(Way.UP, Way.DOWN);
  }

  @Test
  void aMarkerBehindAStatementIsNone() {
    assertThat(sections(Layouts.GOOSE, "", "-- +goose Up\nSELECT 1; -- +goose Down\nSELECT 2;\n"))
        .extracting(Section::way)
        .doesNotContain(Way.DOWN);
  }

  @Test
  void dbmateHasAnyNumberOfPairsEachWithItsOwnTransaction() {
    String text =
        "-- migrate:up\n" + TWO + "-- migrate:down\nSELECT 1;\n-- migrate:up transaction:false\n";
    assertThat(sections(Layouts.DBMATE, "", text + "SELECT 1;\n"))
        .extracting(Section::way, Section::wrapping)
        .endsWith(
            tuple(Way.UP, Wrapping.SECTION),
            tuple(Way.DOWN, Wrapping.SECTION),
            tuple(Way.UP, Wrapping.EACH_STATEMENT));
    // Two statements without a transaction are one message, and that is one again.
    assertThat(sections(Layouts.DBMATE, "", text + TWO))
        .extracting(Section::wrapping)
        .containsExactly(Wrapping.SECTION, Wrapping.SECTION, Wrapping.ONE_MESSAGE);
  }

  @Test
  void theMarkOfSqlxCountsAtTheVeryStartAndOnPostgresqlAlone() {
    assertThat(wrapping(Layouts.SQLX, "", "-- no-transaction\nSELECT 1;"))
        .isEqualTo(Wrapping.EACH_STATEMENT);
    assertThat(wrapping(Layouts.SQLX, "", "\n-- no-transaction\nSELECT 1;"))
        .isEqualTo(Wrapping.SECTION);
    assertThat(
            new Runner(Layouts.SQLX, Optional.empty())
                .sections(script(Dialect.MYSQL, "-- no-transaction\nSELECT 1;"))
                .get(0)
                .wrapping())
        .isEqualTo(Wrapping.SECTION);
  }

  @Test
  void everyChangesetOfLiquibaseIsATransactionUnlessItSaysOtherwise() {
    assertThat(
            sections(
                Layouts.LIQUIBASE,
                "",
                "--liquibase formatted sql\n--changeset a:1\n"
                    + TWO
                    + "-- changeset a:2 runInTransaction:false\n"
                    + TWO))
        .extracting(Section::wrapping)
        .containsExactly(Wrapping.SECTION, Wrapping.SECTION, Wrapping.EACH_STATEMENT);
  }

  @Test
  void drizzleAndNodePgMigrateRunAllThatIsPendingInOneTransaction() {
    assertThat(wrapping(Layouts.DRIZZLE, "", TWO)).isEqualTo(Wrapping.ALL_PENDING);
    assertThat(wrapping(Layouts.NODE_PG_MIGRATE, "", TWO)).isEqualTo(Wrapping.ALL_PENDING);
  }

  @Test
  void atlasAndSqlMigrateHaveMarksAgainstTheTransaction() {
    assertThat(wrapping(Layouts.ATLAS, "", "-- atlas:txmode none\n\n" + TWO))
        .isEqualTo(Wrapping.EACH_STATEMENT);
    assertThat(sections(Layouts.SQL_MIGRATE, "", "-- +migrate Up notransaction\n" + TWO))
        .last()
        .extracting(Section::wrapping)
        .isEqualTo(Wrapping.EACH_STATEMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "prisma, GOES_ON, GOES_ON, GOES_ON",
    "flyway, STOPS, STOPS, STOPS",
    "golang-migrate, GOES_ON, STOPS, SKIPS",
    "pop, GOES_ON, GOES_ON, GOES_ON",
    "goose, GOES_ON, GOES_ON, STOPS",
    "dbmate, GOES_ON, GOES_ON, GOES_ON",
    "sqlx, STOPS, STOPS, GOES_ON",
    "diesel, GOES_ON, GOES_ON, GOES_ON",
    "liquibase, STOPS, GOES_ON, GOES_ON",
    "drizzle, GOES_ON, STOPS, SKIPS",
    "atlas, STOPS, STOPS, STOPS",
    "supabase, GOES_ON, STOPS, STOPS",
    "node-pg-migrate, GOES_ON, STOPS, STOPS",
    "sql-migrate, GOES_ON, STOPS, GOES_ON",
    "plain, GOES_ON, GOES_ON, GOES_ON"
  })
  void toolsReactToChangedHistory(String tool, Effect edited, Effect deleted, Effect late) {
    Runner runner = new Runner(Layouts.of(tool).orElseThrow(), Optional.empty());
    assertThat(List.of(runner.edited(), runner.deleted(), runner.late()))
        .extracting(Reaction::effect)
        .containsExactly(edited, deleted, late);
  }

  @Test
  void theVersionDecidesWhatBecomesOfALateFile() {
    assertThat(late(Layouts.DRIZZLE, "0.45")).isEqualTo(Effect.SKIPS);
    assertThat(late(Layouts.DRIZZLE, "1.0")).isEqualTo(Effect.GOES_ON);
    assertThat(late(Layouts.GOOSE, "3.2")).isEqualTo(Effect.SKIPS);
    assertThat(late(Layouts.GOOSE, "3.3")).isEqualTo(Effect.STOPS);
  }

  @Test
  void flywaySaysWhatConcurrentlyNeeds() {
    assertThat(new Runner(Layouts.FLYWAY, Optional.empty()).concurrently())
        .get()
        .asString()
        .contains("flyway.postgresql.transactional.lock=false");
    assertThat(new Runner(Layouts.GOOSE, Optional.empty()).concurrently()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "goose, -- +goose NO TRANSACTION",
    "dbmate, -- migrate:up transaction:false",
    "sql-migrate, -- +migrate Up notransaction",
    "sqlx, -- no-transaction",
    "atlas, -- atlas:txmode none"
  })
  void whatKeepsAMigrationOutOfATransactionIsToldAsItIsWritten(String tool, String mark) {
    Runner runner = new Runner(Layouts.of(tool).orElseThrow(), Optional.empty());
    assertThat(runner.outsideTransaction()).hasValueSatisfying(t -> assertThat(t).contains(mark));
    Script script =
        Script.read(
            new SourceFile("1_a.sql", mark + "\nSELECT 1;\n"), Target.oldest(Dialect.POSTGRESQL));
    assertThat(runner.sections(script))
        .last()
        .extracting(Section::wrapping)
        .isEqualTo(Wrapping.EACH_STATEMENT);
  }

  private static List<String> order(Layout layout, String... paths) {
    return layout.inOrder(List.of(paths)).stream().map(Migration::name).toList();
  }

  private static Effect late(Layout layout, String version) {
    return new Runner(layout, Version.of(version)).late().effect();
  }

  private static Wrapping wrapping(Layout layout, String version, String sql) {
    return sections(layout, version, sql).get(0).wrapping();
  }

  private static Wrapping withSettings(Layout layout, String settings) {
    Runner runner = new Runner(layout, Optional.empty()).withSettings(settings);
    return runner.sections(script(Dialect.POSTGRESQL, TWO)).get(0).wrapping();
  }

  private static List<Section> sections(Layout layout, String version, String sql) {
    return new Runner(layout, Version.of(version)).sections(script(Dialect.POSTGRESQL, sql));
  }

  private static Script script(Dialect dialect, String sql) {
    return Script.read(new SourceFile("a.sql", sql), Target.oldest(dialect));
  }
}
