package dev.tiptoe.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import dev.tiptoe.text.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RunsExportTest {

  private static final Instant TIME = Instant.parse("2026-11-21T19:19:10.924Z");

  private static final Run APPLIED =
      new Run(
          "1",
          "01_init",
          Optional.of("abc"),
          Optional.of(TIME),
          Optional.of(TIME),
          Optional.empty(),
          Optional.empty(),
          1);

  private static final Run FAILED =
      new Run(
          "2",
          "02_port",
          Optional.of("def"),
          Optional.of(TIME),
          Optional.empty(),
          Optional.empty(),
          Optional.of("A migration, \"failed\"\n\nDatabase error code: 23502"),
          0);

  private static final Run STAMPED =
      new Run(
          "3",
          "03_name",
          Optional.of("012"),
          Optional.of(TIME),
          Optional.of(TIME),
          Optional.empty(),
          Optional.of(""),
          0);

  private static final Run LOOKS_APPLIED =
      new Run(
          "3",
          "03_name",
          Optional.of("012"),
          Optional.of(TIME),
          Optional.of(TIME),
          Optional.empty(),
          Optional.empty(),
          0);

  @Test
  void psqlCopiesCsv() {
    assertThat(
            read(
                """
                id,checksum,finished_at,migration_name,logs,rolled_back_at,started_at,applied_steps_count
                1,abc,2026-11-21 19:19:10.924+00,01_init,,,2026-11-21 19:19:10.924+00,1
                2,def,,02_port,"A migration, ""failed""

                Database error code: 23502",,2026-11-21 19:19:10.924+00,0
                3,012,2026-11-21 19:19:10.924+00,03_name,"",,2026-11-21 19:19:10.924+00,0
                """))
        .containsExactly(APPLIED, FAILED, STAMPED);
  }

  @Test
  void columnsStandInAnyOrderAndSomeMayBeMissing() {
    assertThat(
            read(
                "\uFEFF\"migration_name\";\"rolled_back_at\";\"finished_at\"\r\n"
                    + "\"01;init\";NULL;\"2026-11-21T19:19:10.924Z\"\r\n"))
        .containsExactly(
            new Run(
                "01;init",
                "01;init",
                Optional.empty(),
                Optional.empty(),
                Optional.of(TIME),
                Optional.empty(),
                Optional.empty(),
                0));
  }

  @Test
  void mysqlInBatchModeEscapesLineBreaks() {
    assertThat(
            read(
                """
                mysql: [Warning] Using a password on the command line interface can be insecure.
                id	checksum	finished_at	migration_name	logs	rolled_back_at	started_at	applied_steps_count
                1	abc	2026-11-21 19:19:10.924	01_init	NULL	NULL	2026-11-21 19:19:10.924	1
                2	def	NULL	02_port	A migration, "failed"\\n\\nDatabase error code: 23502	NULL	2026-11-21 19:19:10.924	0
                3	012	2026-11-21 19:19:10.924	03_name		NULL	2026-11-21 19:19:10.924	0
                """))
        .containsExactly(APPLIED, FAILED, STAMPED);
  }

  @Test
  void copyAsTextSpellsNullWithABackslash() {
    assertThat(
            read(
                """
                id	checksum	finished_at	migration_name	logs	rolled_back_at	started_at	applied_steps_count
                2	def	\\N	02_port	A migration, "failed"\\n\\nDatabase error code: 23502	\\N	2026-11-21 19:19:10.924+00	0
                3	012	2026-11-21 19:19:10.924+00	03_name		\\N	2026-11-21 19:19:10.924+00	0
                """))
        .containsExactly(FAILED, STAMPED);
  }

  @Test
  void whereNullLooksLikeTheEmptyTextNothingIsSaidOfIt() {
    String quoted =
        """
        "id","checksum","finished_at","migration_name","logs","rolled_back_at","started_at","applied_steps_count"
        "3","012","2026-11-21 19:19:10","03_name","","","2026-11-21 19:19:10","0"
        """
            .replace("19:10\"", "19:10.924\"");
    assertThat(read(quoted)).containsExactly(LOOKS_APPLIED);
    assertThat(read(quoted.replace("\"", ""))).containsExactly(LOOKS_APPLIED);
  }

  @Test
  void psqlWithoutAlignmentSeparatesWithBars() {
    assertThat(
            read(
                """
                id|checksum|finished_at|migration_name|logs|rolled_back_at|started_at|applied_steps_count
                1|abc|2026-11-21 19:19:10.924+00|01_init|||2026-11-21 19:19:10.924+00|1
                3|012|2026-11-21 19:19:10.924+00|03_name|||2026-11-21 19:19:10.924+00|0
                (2 rows)
                """))
        .containsExactly(APPLIED, LOOKS_APPLIED);
  }

  @Test
  void psqlDrawsATable() {
    assertThat(
            read(
                """
                 id | checksum |        finished_at         | migration_name |            logs             | rolled_back_at |         started_at         | applied_steps_count
                ----+----------+----------------------------+----------------+-----------------------------+----------------+----------------------------+---------------------
                 1  | abc      | 2026-11-21 19:19:10.924+00 | 01_init        |                             |                | 2026-11-21 19:19:10.924+00 |                   1
                 2  | def      |                            | 02_port        | A migration, "failed"      +|                | 2026-11-21 19:19:10.924+00 |                   0
                    |          |                            |                |                            +|                |                            |
                    |          |                            |                | Database error code: 23502  |                |                            |
                (2 rows)

                """))
        .containsExactly(APPLIED, FAILED);
  }

  @Test
  void mysqlDrawsABox() {
    assertThat(
            read(
                """
                +----+----------------+-------------------------+----------------+
                | id | migration_name | finished_at             | rolled_back_at |
                +----+----------------+-------------------------+----------------+
                | 1  | 01_init        | 2026-11-21 19:19:10.924 | NULL           |
                +----+----------------+-------------------------+----------------+
                1 row in set (0.00 sec)
                """))
        .extracting(Run::name, Run::finished, Run::rolledBack)
        .containsExactly(tuple("01_init", Optional.of(TIME), Optional.empty()));
  }

  private static final String APPLIED_JSON =
      """
      {"id": "1", "checksum": "abc", "finished_at": "2026-11-21T19:19:10.924+00:00", "migration_name": "01_init",
       "logs": null, "rolled_back_at": null, "started_at": 1795288750924, "applied_steps_count": 1}\
      """;

  private static final String STAMPED_JSON =
      """
      {"id": "3", "checksum": "012", "finished_at": "2026-11-21 19:19:10.924", "migration_name": "03_name",
       "logs": "", "rolled_back_at": null, "started_at": "2026-11-21 19:19:10.924", "applied_steps_count": 0}\
      """;

  @Test
  void jsonComesInManyWrappings() {
    for (String wrapping :
        List.of(
            "[%s, %s]",
            "%s\n%s\n",
            "\uFEFF{\"rows\": [%s, %s], \"count\": 2}",
            "{\"data\": [%s, %s]}",
            "{\"SELECT * FROM _prisma_migrations\": [%s, %s]}",
            "[{\"type\": \"header\"}, {\"type\": \"table\", \"data\": [%s, %s]}]")) {
      assertThat(read(wrapping.formatted(APPLIED_JSON, STAMPED_JSON)))
          .as(wrapping)
          .containsExactly(APPLIED, STAMPED);
    }
  }

  @Test
  void aTableWithoutRowsIsNoMistake() {
    assertThat(read("[]")).isEmpty();
    assertThat(read("{\"rows\": []}")).isEmpty();
    assertThat(read("migration_name,finished_at,rolled_back_at\n")).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidWithItsLineAndAWayOut() {
    assertThatThrownBy(
            () -> RunsExport.read(file("migration_name,finished_at,rolled_back_at\na,x,\n")))
        .isInstanceOf(ExportProblem.class)
        .hasMessage(
            """
            runs.csv:2: finished_at is "x", which is no time like 2026-11-21 19:19:10.924+00.
            An export is CSV with a header line, or JSON, of all rows and columns. To make one:
              psql "$DATABASE_URL" -c "\\copy _prisma_migrations to 'runs.csv' csv header"
              mysql --batch -e 'SELECT * FROM _prisma_migrations' DATABASE > runs.tsv\
            """);
  }

  @Test
  void eachMistakeHasItsWords() {
    assertThat(problem(" \n")).isEqualTo("1: it is empty.");
    assertThat(problem("1|abc|2026-11-21 19:19:10.924+00|01_init|||\n"))
        .isEqualTo("1: no header line names the column migration_name.");
    assertThat(problem("migration_name\n01_init\n")).startsWith("1: ");
    assertThat(problem("migration_name,finished_at\n01_init,\n"))
        .isEqualTo("2: the column rolled_back_at is missing.");
    assertThat(problem("migration_name,finished_at,rolled_back_at\n\na,,\nb,\n"))
        .isEqualTo("4: the header names 3 columns, but this row has 2 values.");
    assertThat(problem("migration_name,finished_at,rolled_back_at\n,,\n"))
        .isEqualTo("2: this row has no migration_name.");
    assertThat(problem("migration_name,finished_at,rolled_back_at\na,,\"\nb\n"))
        .isEqualTo("2: a value in quotes begins here and never ends.");
    assertThat(problem("migration_name,finished_at,rolled_back_at\na,,\"\"x\n"))
        .isEqualTo("2: something stands between a closing quote and the next separator.");
    assertThat(problem("[\n{\"migration_name\": \"a\", ]"))
        .isEqualTo("2: from here on it is no JSON, or a part is missing.");
    assertThat(problem("{\"name\": \"a\"}"))
        .isEqualTo("1: no object in it has a member migration_name.");
    assertThat(problem("[\n{\"migration_name\": \"a\", \"finished_at\": null}]"))
        .isEqualTo("2: the column rolled_back_at is missing.");
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll("exports") String text) {
    try {
      assertThat(RunsExport.read(file(text))).isNotNull();
    } catch (ExportProblem problem) {
      assertThat(problem.reason()).startsWith("runs.csv:");
    }
  }

  @Provide
  Arbitrary<String> exports() {
    return Arbitraries.of(
            "migration_name,finished_at,rolled_back_at\n",
            " migration_name | finished_at | rolled_back_at\n",
            "----------------+-------------+---------------\n",
            "+---+\n",
            "a,,",
            "\"",
            "\"\"",
            ",",
            "\t",
            "|",
            "+",
            "\\",
            "\n",
            "\r",
            "[",
            "{",
            "\"migration_name\": ",
            "}",
            "]",
            "null",
            "1")
        .list()
        .ofMaxSize(10)
        .map(parts -> String.join("", parts));
  }

  private static String problem(String text) {
    try {
      RunsExport.read(file(text));
      return fail("nothing was wrong");
    } catch (ExportProblem problem) {
      String line = problem.reason().lines().findFirst().orElseThrow();
      return line.substring("runs.csv:".length());
    }
  }

  private static List<Run> read(String text) {
    try {
      return RunsExport.read(file(text));
    } catch (ExportProblem problem) {
      return fail(problem.reason());
    }
  }

  private static SourceFile file(String text) {
    return new SourceFile("runs.csv", text);
  }
}
