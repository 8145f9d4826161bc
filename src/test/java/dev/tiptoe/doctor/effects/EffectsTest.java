package dev.tiptoe.doctor.effects;

import static dev.tiptoe.sql.Dialect.MYSQL;
import static dev.tiptoe.sql.Dialect.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EffectsTest {

  private static final String SERVER =
      """
      CREATE TABLE "Server" ("id" SERIAL NOT NULL, "name" TEXT, CONSTRAINT "Server_pkey" PRIMARY KEY ("id"));
      """;

  private static final Patient THREE_STEPS =
      Patient.on(
          POSTGRESQL,
          SERVER,
          """
          ALTER TABLE "Server" ADD COLUMN "sshPort" INTEGER;
          UPDATE "Server" SET "sshPort" = 22 WHERE "sshPort" IS NULL;
          ALTER TABLE "Server" ALTER COLUMN "sshPort" SET NOT NULL;
          CREATE UNIQUE INDEX "Server_sshPort_key" ON "Server"("sshPort");
          """);

  @Test
  void aFileOfWhichNothingRanIsNotThere() {
    assertThat(THREE_STEPS.ran(0).told()).isEqualTo("NOT_DONE NOT_DONE NOT_DONE NOT_DONE: NOTHING");
  }

  @Test
  void rowsBetweenTwoKnownStatementsAreUnknown() {
    assertThat(THREE_STEPS.ran(1).told()).isEqualTo("DONE UNKNOWN NOT_DONE NOT_DONE: SOME");
    assertThat(THREE_STEPS.ran(2).told()).isEqualTo("DONE UNKNOWN NOT_DONE NOT_DONE: SOME");
  }

  @Test
  void whatLiesBeforeADoneStatementHasRun() {
    assertThat(THREE_STEPS.ran(3).told()).isEqualTo("DONE DONE DONE NOT_DONE: SOME");
    assertThat(THREE_STEPS.ran(4).told()).isEqualTo("DONE DONE DONE DONE: ALL");
  }

  @Test
  void theNumberThatTheServerNamesTellsOfRows() {
    assertThat(THREE_STEPS.ran(1).failedAt(2).told())
        .isEqualTo("DONE NOT_DONE NOT_DONE NOT_DONE: SOME");
    assertThat(THREE_STEPS.ran(2).failedAt(3).told())
        .isEqualTo("DONE DONE NOT_DONE NOT_DONE: SOME");
  }

  @Test
  void aNumberThatDoesNotFitIsNotBelieved() {
    assertThat(THREE_STEPS.ran(3).failedAt(1).told()).isEqualTo("DONE DONE DONE NOT_DONE: SOME");
  }

  @Test
  void anIndexThatWasNotFinishedIsPartlyThere() {
    assertThat(THREE_STEPS.ran(3).withInvalid("Server_sshPort_key").told())
        .isEqualTo("DONE DONE DONE PARTLY: SOME");
    assertThat(THREE_STEPS.ran(3).withInvalid("Server_sshPort_key").evidence())
        .element(3)
        .isEqualTo("index \"Server_sshPort_key\" is there, but invalid: its build did not finish");
  }

  @Test
  void evidenceIsWhatIsSeen() {
    assertThat(THREE_STEPS.ran(1).evidence())
        .containsExactly(
            "column \"sshPort\" of \"Server\" is there",
            "what it does to rows leaves no trace in the schema",
            "column \"sshPort\" of \"Server\" may hold NULL",
            "there is no index \"Server_sshPort_key\"");
  }

  @Test
  void aHelperThatCameAndWentHasRun() {
    Patient patient =
        Patient.on(
            POSTGRESQL,
            SERVER,
            """
            ALTER TABLE "Server" ADD CONSTRAINT "helper" CHECK ("name" IS NOT NULL) NOT VALID;
            ALTER TABLE "Server" VALIDATE CONSTRAINT "helper";
            ALTER TABLE "Server" ALTER COLUMN "name" SET NOT NULL;
            ALTER TABLE "Server" DROP CONSTRAINT "helper";
            """);
    assertThat(patient.ran(0).told()).isEqualTo("NOT_DONE NOT_DONE NOT_DONE NOT_DONE: NOTHING");
    assertThat(patient.ran(1).told()).isEqualTo("DONE NOT_DONE NOT_DONE NOT_DONE: SOME");
    assertThat(patient.ran(2).told()).isEqualTo("DONE DONE NOT_DONE NOT_DONE: SOME");
    assertThat(patient.ran(3).told()).isEqualTo("DONE DONE DONE NOT_DONE: SOME");
    assertThat(patient.ran(4).told()).isEqualTo("DONE DONE DONE DONE: ALL");
  }

  @Test
  void prismasWayToChangeAnEnumIsFollowedThroughItsRenames() {
    Patient patient =
        Patient.on(
            POSTGRESQL,
            """
            CREATE TYPE "Role" AS ENUM ('ADMIN', 'USER', 'GUEST');
            CREATE TABLE "User" ("id" INTEGER PRIMARY KEY, "role" "Role" NOT NULL DEFAULT 'USER');
            """,
            """
            CREATE TYPE "Role_new" AS ENUM ('ADMIN', 'USER');
            ALTER TABLE "User" ALTER COLUMN "role" DROP DEFAULT;
            ALTER TABLE "User" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
            ALTER TYPE "Role" RENAME TO "Role_old";
            ALTER TYPE "Role_new" RENAME TO "Role";
            DROP TYPE "Role_old";
            ALTER TABLE "User" ALTER COLUMN "role" SET DEFAULT 'USER';
            """);
    for (int ran = 0; ran <= 7; ran++) {
      assertThat(patient.ran(ran).told())
          .isEqualTo(
              ("DONE ".repeat(ran) + "NOT_DONE ".repeat(7 - ran)).strip()
                  + (ran == 0 ? ": NOTHING" : ran == 7 ? ": ALL" : ": SOME"));
    }
  }

  @Test
  void aColumnThatWasDroppedAndMadeAnewIsToldByItsType() {
    Patient patient =
        Patient.on(
            MYSQL,
            "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(191));",
            "ALTER TABLE `t` DROP COLUMN `a`, ADD COLUMN `a` INTEGER NOT NULL;"
                + "CREATE INDEX `t_a_idx` ON `t`(`a`);");
    assertThat(patient.ran(0).told()).isEqualTo("NOT_DONE NOT_DONE: NOTHING");
    assertThat(patient.ran(1).told()).isEqualTo("DONE NOT_DONE: SOME");
    assertThat(patient.ran(2).told()).isEqualTo("DONE DONE: ALL");
  }

  @Test
  void aColumnMadeByHandButNullableIsPartlyThere() {
    Patient patient =
        Patient.on(
            POSTGRESQL,
            SERVER,
            "ALTER TABLE \"Server\" ADD COLUMN \"sshPort\" INTEGER NOT NULL DEFAULT 22;");
    Patient mended =
        patient.mended("ALTER TABLE \"Server\" ADD COLUMN \"sshPort\" integer DEFAULT 22;");
    assertThat(mended.told()).isEqualTo("PARTLY: SOME");
    assertThat(mended.evidence())
        .containsExactly("column \"sshPort\" of \"Server\" is there, but may hold NULL");
  }

  @Test
  void aFileThatIsTakenBackAsAWholeIsThereOrNot() {
    Patient patient =
        Patient.on(
                POSTGRESQL,
                SERVER,
                """
                UPDATE "Server" SET "name" = '';
                ALTER TABLE "Server" ADD COLUMN "a" INTEGER;
                UPDATE "Server" SET "a" = 1;
                """)
            .with(new Clue(OptionalInt.empty(), Clue.TakenBack.FILE));
    assertThat(patient.ran(0).told()).isEqualTo("NOT_DONE NOT_DONE NOT_DONE: NOTHING");
    assertThat(patient.ran(3).told()).isEqualTo("DONE DONE DONE: ALL");
  }

  @Test
  void whatLiesBetweenBeginAndCommitIsThereOrNot() {
    Patient patient =
        Patient.on(
            POSTGRESQL,
            SERVER,
            """
            BEGIN;
            ALTER TABLE "Server" ADD COLUMN "a" INTEGER;
            UPDATE "Server" SET "a" = 1;
            COMMIT;
            ALTER TABLE "Server" ADD COLUMN "b" INTEGER;
            """);
    assertThat(patient.ran(4).told()).isEqualTo("DONE DONE DONE DONE NOT_DONE: SOME");
  }

  @Test
  void aFileOfRowsLeavesNoTrace() {
    Patient patient =
        Patient.on(POSTGRESQL, SERVER, "UPDATE \"Server\" SET \"name\" = ''; SELECT 1;");
    assertThat(patient.told()).isEqualTo("UNKNOWN UNKNOWN: UNKNOWN");
  }

  @Test
  void whatMayHaveBeenThereBeforeProvesNothingButIsNotMissing() {
    Patient patient =
        Patient.on(
            POSTGRESQL,
            SERVER,
            """
            ALTER TABLE "Server" ADD COLUMN IF NOT EXISTS "name" TEXT;
            DROP INDEX IF EXISTS "gone";
            ALTER TABLE "Server" ADD COLUMN "a" INTEGER;
            """);
    assertThat(patient.ran(0).told()).isEqualTo("DONE DONE NOT_DONE: NOTHING");
    assertThat(patient.ran(3).told()).isEqualTo("DONE DONE DONE: ALL");
  }

  @Test
  void aConstraintThatWasMadeByHandButNotValidatedIsPartlyThere() {
    Patient patient =
        Patient.on(
                POSTGRESQL,
                SERVER,
                "ALTER TABLE \"Server\" ADD CONSTRAINT \"named\" CHECK (\"name\" <> '');")
            .mended(
                "ALTER TABLE \"Server\" ADD CONSTRAINT \"named\" CHECK (\"name\" <> '') NOT VALID;");
    assertThat(patient.told()).isEqualTo("PARTLY: SOME");
    assertThat(patient.evidence())
        .containsExactly("constraint \"named\" is there, but not validated");
  }

  @Test
  void statementsThatWereRunByHandInAnotherOrderAreToldOneByOne() {
    Patient mended =
        THREE_STEPS.mended(
            """
            ALTER TABLE "Server" ADD COLUMN "sshPort" integer;
            CREATE UNIQUE INDEX "Server_sshPort_key" ON "Server" ("sshPort");
            """);
    assertThat(mended.told()).isEqualTo("DONE UNKNOWN NOT_DONE DONE: SOME");
  }

  @Test
  void aColumnThatIsToBeRequiredAndMayHoldNullIsLeft() {
    assertThat(THREE_STEPS.ran(0).left()).isEmpty();
    assertThat(THREE_STEPS.ran(2).left()).containsExactly("public.\"Server\".\"sshPort\"");
    assertThat(THREE_STEPS.ran(3).left()).isEmpty();
  }
}
