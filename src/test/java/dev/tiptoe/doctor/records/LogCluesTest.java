package dev.tiptoe.doctor.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tiptoe.doctor.records.LogClues.Mention;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LogCluesTest {

  private static final String P3018 =
      """
      Error: P3018

      A migration failed to apply. New migrations cannot be applied before the error is recovered from. Read more about how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve

      Migration name: 20261121191900_ssh_port

      Database error code: 23502

      Database error:
      ERROR: column "sshPort" of relation "Server" contains null values

      DbError { severity: "ERROR", parsed_severity: Some(Error), code: SqlState(E23502), message: "column \\"sshPort\\" of relation \\"Server\\" contains null values", detail: None }

         0: sql_schema_connector::apply_migration::apply_script
      """;

  private static final String P3018_MYSQL =
      """
      Error: P3018

      A migration failed to apply. New migrations cannot be applied before the error is recovered from. Read more about how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve

      Migration name: 02_report_schema_session_data

      Database error code: 1064

      Database error:
      You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'COLUMN `event_data_type`' at line 2

      Please check the query number 3 from the migration file.
      """;

  private static final String P3009 =
      """
      309 migrations found in prisma/migrations

      Error: P3009

      migrate found failed migrations in the target database, new migrations will not be applied. Read more about how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve
      The `20240528214728_add_cursor_index_03` migration started at 2025-10-10 13:48:23.538445 UTC failed
      The `20240126184148_new_models copy` migration started at 2025-10-11 01:02:03 UTC failed

      """;

  @Test
  void aMigrationThatFailsNowIsReadWithTheErrorOfTheServer() {
    LogClues clues = LogClues.in(P3018);
    assertThat(clues.codes()).containsExactly("P3018");
    assertThat(clues.names()).containsExactly("20261121191900_ssh_port");
    assertThat(clues.error())
        .contains(
            new DatabaseError(
                Optional.of("23502"),
                "column \"sshPort\" of relation \"Server\" contains null values",
                Optional.empty()));
  }

  @Test
  void mysqlTellsWhichStatementItWas() {
    DatabaseError error = LogClues.in(P3018_MYSQL).error().orElseThrow();
    assertThat(error.code()).contains("1064");
    assertThat(error.statement()).contains(3);
    assertThat(error.message()).startsWith("You have an error").endsWith("at line 2");
  }

  @Test
  void detailsOfTheServerAreKept() {
    String log =
        """
        Database error code: 23505

        Database error:
        ERROR: could not create unique index "User_email_key"
        DETAIL: Key (email)=(a@example.org) is duplicated.

        DbError { severity: "ERROR" }
        """;
    assertThat(LogClues.in(log).error().orElseThrow().message())
        .isEqualTo(
            """
            could not create unique index "User_email_key"
            DETAIL: Key (email)=(a@example.org) is duplicated.\
            """);
  }

  @Test
  void theLinesAroundTheErrorAreNoPartOfIt() {
    String log =
        """
        Migration name: 01_a

        Database error code: 42704

        Database error:
        ERROR: type "nonsense" does not exist

        Position:
        \u001B[1m  2\u001B[0m -- second
        \u001B[1m  3\u001B[1;31m ALTER TABLE a ADD COLUMN b nonsense;\u001B[0m

        DbError { severity: "ERROR", code: SqlState(E42704), position: Some(Original(63)) }
        """;
    DatabaseError expected =
        new DatabaseError(
            Optional.of("42704"), "type \"nonsense\" does not exist", Optional.empty());
    assertThat(LogClues.in(log).error()).contains(expected);
    assertThat(LogClues.in(log.replace("\n\n", "\n")).error()).contains(expected);
  }

  @Test
  void whatFailedEarlierIsReadWithItsStart() {
    LogClues clues = LogClues.in(P3009);
    assertThat(clues.codes()).containsExactly("P3009");
    assertThat(clues.mentions())
        .containsExactly(
            new Mention(
                Optional.of("20240528214728_add_cursor_index_03"),
                Optional.of(Instant.parse("2025-10-10T13:48:23.538445Z")),
                Optional.empty()),
            new Mention(
                Optional.of("20240126184148_new_models copy"),
                Optional.of(Instant.parse("2025-10-11T01:02:03Z")),
                Optional.empty()));
  }

  @Test
  void collectorsOfLogsMayPutWordsBeforeEachLine() {
    for (String prefix :
        new String[] {
          "web-1       | ",
          "2024-12-17T00:48:39.540045812Z ",
          "2024-12-28 02:32:28 ",
          "[pod/web-5d8f/migrate] ",
          "npm error ",
          "web-5d8f migrate 2024-12-17T00:48:39.5Z "
        }) {
      LogClues clues = LogClues.in(prefix + P3018_MYSQL.replace("\n", "\n" + prefix));
      assertThat(clues).as(prefix).isEqualTo(LogClues.in(P3018_MYSQL));
      assertThat(LogClues.in((prefix + P3018.replace("\n", "\r\n" + prefix))))
          .as(prefix)
          .isEqualTo(LogClues.in(P3018));
    }
  }

  @Test
  void coloursAreNoPartOfTheText() {
    String colourful =
        P3018
            .replace("Error: P3018", "\u001B[1;31mError: P3018\u001B[0m")
            .replace("ERROR: column", "[1;31mERROR: \u001B[39mcolumn");
    assertThat(LogClues.in(colourful)).isEqualTo(LogClues.in(P3018));
  }

  @Test
  void aTextOnOneLineIsSpreadAgain() {
    String line = "{\"level\":\"error\",\"msg\":\"" + P3018.replace("\n", "\\n") + "\"}";
    assertThat(LogClues.in(line)).isEqualTo(LogClues.in(P3018));
  }

  @Test
  void aRestartThatFindsTheFailureAddsWhatItKnows() {
    String restart = P3009.replace("20240528214728_add_cursor_index_03", "20261121191900_ssh_port");
    LogClues clues = LogClues.in(P3018 + restart + restart);
    assertThat(clues.codes()).containsExactly("P3018", "P3009");
    assertThat(clues.names())
        .containsExactly("20261121191900_ssh_port", "20240126184148_new_models copy");
    assertThat(clues.mentions().get(0).started()).isPresent();
    assertThat(clues.mentions().get(0).error()).isEqualTo(LogClues.in(P3018).error());
  }

  @Test
  void olderVersionsRepeatTheLogs() {
    String head = P3009.strip() + " with the following logs:\n";
    assertThat(LogClues.in(head + "\nerror Command failed with exit code 1.\n").error()).isEmpty();
    assertThat(LogClues.in(head + P3018.substring(P3018.indexOf("A migration"))).error())
        .isEqualTo(LogClues.in(P3018).error());
    assertThat(
            LogClues.in(
                    head
                        + "Database error\nError querying the database: db error: ERROR: type \"Role\" already exists\n   0: sql_migration_connector::apply_migration::apply_migration\n")
                .error())
        .contains(
            new DatabaseError(Optional.empty(), "type \"Role\" already exists", Optional.empty()));
  }

  @Test
  void theShadowDatabaseHasItsOwnError() {
    LogClues clues =
        LogClues.in(
            """
            Error: P3006

            Migration `20240315120000_add_users` failed to apply cleanly to the shadow database.\s
            Error code: P3018
            Error:
            A migration failed to apply. New migrations cannot be applied before the error is recovered from. Read more about how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve

            Migration name: 20240315120000_add_users

            Database error code: 42701

            Database error:
            ERROR: column "email" of relation "User" already exists
            """);
    assertThat(clues.codes()).containsExactly("P3006", "P3018");
    assertThat(clues.mentions()).isEmpty();
    assertThat(clues.others()).containsExactly("20240315120000_add_users");
    assertThat(clues.error().orElseThrow().code()).contains("42701");
  }

  @Test
  void theShadowDatabaseOfOlderVersionsHidesTheNumberInTheText() {
    LogClues clues =
        LogClues.in(
            """
            Migration `20210614151810_initial` failed to apply cleanly to the shadow database.
            Error:
            Database error
            Error querying the database: Server error: `ERROR 42000 (1071): Specified key was too long; max key length is 3072 bytes'
               0: sql_migration_connector::flavour::mysql::sql_schema_from_migration_history
                         at migration-engine/connectors/sql-migration-connector/src/flavour/mysql.rs:321
            """);
    assertThat(clues.error())
        .contains(
            new DatabaseError(
                Optional.of("1071"),
                "Specified key was too long; max key length is 3072 bytes",
                Optional.empty()));
  }

  @Test
  void questionsAboutTheWrongMigrationNameIt() {
    assertThat(
            LogClues.in(
                """
                Error: P3008
                The migration `01_init` is already recorded as applied in the database.
                Error: P3011
                Migration `02_a` cannot be rolled back because it was never applied to the database. Hint: did you pass in the whole migration name? (example: "20201207184859_initial_migration")
                Error: P3012
                Migration `03_b` cannot be rolled back because it is not in a failed state.
                Error: P3017
                The migration 04_c could not be found. Please make sure that the migration exists, and that you included the whole name of the directory. (example: "20201207184859_initial_migration")
                Error: P3015
                Could not find the migration file at prisma/migrations/05_d/migration.sql. Please delete the directory or restore the migration file.
                Error: P3019
                The datasource provider `mysql` specified in your schema does not match the one specified in the migration_lock.toml, `postgresql`.
                """))
        .extracting(LogClues::codes, LogClues::names, LogClues::others)
        .containsExactly(
            List.of("P3008", "P3011", "P3012", "P3017", "P3015", "P3019"),
            List.of(),
            List.of("01_init", "02_a", "03_b", "04_c", "05_d"));
  }

  @Test
  void whatFailedInTheEndHasFailed() {
    String shadow =
        "Migration `20261121191900_ssh_port` failed to apply cleanly to the shadow database.\n";
    assertThat(LogClues.in(shadow + P3018).names()).containsExactly("20261121191900_ssh_port");
    assertThat(LogClues.in(shadow + P3018).others()).isEmpty();
  }

  @Test
  void theStatusNamesWhatFailed() {
    assertThat(
            LogClues.in(
                    """
                    Following migrations have failed:
                    20240101000000_a
                    20240102000000_b

                    During development if the failed migration(s) have not been deployed to a production database
                    """)
                .names())
        .containsExactly("20240101000000_a", "20240102000000_b");
  }

  @Test
  void whatIsOnlyAnnouncedHasNotFailed() {
    assertThat(
            LogClues.in(
                "Applying migration `01_init`\nError: P1001: Can't reach database server at `db:5432`"))
        .isEqualTo(new LogClues(List.of("P1001"), List.of(), List.of(), Optional.empty()));
    assertThat(LogClues.in("Applying migration `x_P3009_y`, P30091, XP3009, P2002").codes())
        .isEmpty();
  }

  @Property(tries = 1000)
  void anyTextCanBeRead(@ForAll("logs") String log) {
    assertThatCode(() -> LogClues.in(log)).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> logs() {
    return Arbitraries.of(
            "\n",
            "\n\n",
            "\\n\\n",
            "\r",
            " ",
            "`",
            "'",
            "P3009",
            "\u001B[",
            "[31m",
            "Database error:",
            "Database error code: ",
            "Error:",
            "ERROR: ",
            "`ERROR 42000 (",
            "): ",
            "SqlState(E",
            "Migration name: ",
            "The `",
            "igration `",
            "` migration started at ",
            " failed with the following logs:",
            "Following migration have failed:",
            "Please check the query number ",
            "99999999999",
            "db error: ",
            "Could not find the migration file at /migration.sql",
            "web | ",
            "ä\uD83D")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
