package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockName;
import dev.tiptoe.doctor.records.LogClues;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Prisma Migrate up to version 7. What it writes, and what {@code migrate resolve} does, was
 * measured with 6.19 and 7.10.
 */
final class Prisma extends Tool {

  static final String TABLE = "_prisma_migrations";

  private static final String DEPLOY = "npx prisma migrate deploy";

  Prisma() {
    super(Layouts.PRISMA);
  }

  @Override
  String table() {
    return TABLE;
  }

  @Override
  List<LockName> locks(Database database) {
    return List.of(LockName.PRISMA);
  }

  @Override
  boolean notesBeginnings() {
    return true;
  }

  @Override
  List<Run> runs(Database database, MigrationFolder folder) throws DatabaseProblem {
    return database
        .query(
            "SELECT id, migration_name, checksum, started_at, finished_at, rolled_back_at, logs,"
                + " applied_steps_count FROM _prisma_migrations ORDER BY started_at, migration_name")
        .stream()
        .map(
            row ->
                new Run(
                    row.text("id"),
                    row.text("migration_name"),
                    row.find("checksum"),
                    row.time("started_at"),
                    row.time("finished_at"),
                    row.time("rolled_back_at"),
                    row.find("logs"),
                    (int) row.number("applied_steps_count")))
        .toList();
  }

  @Override
  Step.Note applied(Run run, MigrationText migration, Site site) {
    String now = now(site.dialect());
    Step.Write closed = close(run, now);
    Step.Write added =
        new Step.Write(
            "INSERT INTO _prisma_migrations (id, checksum, logs, started_at, finished_at,"
                + " migration_name, applied_steps_count) VALUES (?, ?, '', "
                + now
                + ", "
                + now
                + ", ?, 0)",
            List.of(
                UUID.randomUUID().toString(),
                Checksum.of(migration.file().text()),
                migration.name()));
    return new Step.Note(
        "npx prisma migrate resolve --applied " + Shell.word(run.name()), List.of(closed, added));
  }

  @Override
  Optional<Step.Note> rolledBack(Run run, Site site) {
    return Optional.of(
        new Step.Note(
            "npx prisma migrate resolve --rolled-back " + Shell.word(run.name()),
            List.of(close(run, now(site.dialect())))));
  }

  private static Step.Write close(Run run, String now) {
    return new Step.Write(
        "UPDATE _prisma_migrations SET rolled_back_at = "
            + now
            + " WHERE id = ? AND finished_at IS NULL AND rolled_back_at IS NULL",
        List.of(run.id()));
  }

  /** On MySQL the column holds no zone, and Prisma writes UTC. */
  private static String now(Dialect dialect) {
    return dialect.isMySqlLike() ? "UTC_TIMESTAMP(3)" : "now()";
  }

  @Override
  String deploy(Site site) {
    return DEPLOY;
  }

  @Override
  String applying() {
    return "--applied";
  }

  @Override
  String undoing() {
    return "--rolled-back";
  }

  @Override
  Optional<Diagnosis> withoutRecords(Database database) throws DatabaseProblem {
    List<String> tables = database.tables();
    return Optional.of(
        tables.isEmpty()
            ? Diagnosis.healthy("The database is empty; the first deploy makes everything.")
            : notEmpty().with(List.of("Tables: " + Words.few(tables) + ".")));
  }

  @Override
  Optional<Diagnosis> told(LogClues clues) {
    return clues.has("P3005") ? Optional.of(notEmpty()) : PrismaCodes.meaning(clues);
  }

  private Diagnosis notEmpty() {
    return new Diagnosis(
        Ailment.NO_MIGRATIONS_TABLE,
        Optional.empty(),
        "There are tables, but no _prisma_migrations: prisma migrate deploy refuses with P3005, the database schema is not empty.",
        List.of(),
        List.of(),
        new Treatment(
            Treatment.Care.BY_HAND,
            List.of(
                new Step.ByHand(
                    "Write what is there into a first migration, and look at it.",
                    """
                    mkdir -p prisma/migrations/0_init
                    npx prisma migrate diff --from-empty --to-schema prisma/schema.prisma --script > prisma/migrations/0_init/migration.sql"""),
                new Step.ByHand(
                    "If the database has all that it makes, say so.",
                    "npx prisma migrate resolve --applied 0_init")),
            List.of(DEPLOY),
            List.of(
                "Not prisma migrate reset: it drops every table with its rows.",
                "Not prisma db push: it leaves no record of migrations either.")));
  }

  @Override
  Optional<Diagnosis> refusal(List<Run> runs, Site site) {
    return runs.stream()
        .filter(run -> run.state() == Run.State.BOTH)
        .findFirst()
        .map(Prisma::bothMarks);
  }

  private static Diagnosis bothMarks(Run run) {
    String table = "UPDATE _prisma_migrations SET ";
    String where = " = NULL WHERE id = '" + run.id().replace("'", "''") + "';";
    return new Diagnosis(
        Ailment.BOTH_MARKS,
        Optional.of(run.name()),
        "Migration "
            + run.name()
            + " counts as applied and as rolled back: the next deploy runs it again, and prisma migrate resolve refuses it (P3008, P3012).",
        List.of(),
        List.of("Prisma never writes both; somebody did it by hand."),
        new Treatment(
            Treatment.Care.BY_HAND,
            List.of(
                new Step.ByHand(
                    "If all that it makes is in the database:", table + "rolled_back_at" + where),
                new Step.ByHand(
                    "If nothing of it is in the database:", table + "finished_at" + where)),
            List.of(DEPLOY),
            List.of()));
  }

  @Override
  Optional<Diagnosis> startOver(MigrationFolder folder, List<String> filled) {
    String here = Shell.word(folder.shown());
    List<Step> steps =
        filled.isEmpty()
            ? List.of(
                new Step.ByHand(
                    "Write all migrations into one, and keep the old ones in git.",
                    "git rm -r -q "
                        + here
                        + "\nmkdir -p "
                        + here
                        + "/0_init\nnpx prisma migrate diff --from-empty --to-schema prisma/schema.prisma --script > "
                        + here
                        + "/0_init/migration.sql"),
                new Step.ByHand(
                    "Empty this database: everything in it is dropped. No table holds a row now.",
                    "npx prisma migrate reset --force"))
            : List.of(
                new Step.ByHand(
                    "Do not start over: rows would be lost. Mend the migration instead:",
                    "tiptoe doctor prisma"));
    return Optional.of(
        new Diagnosis(
            Ailment.START_OVER,
            Optional.empty(),
            filled.isEmpty()
                ? "No table holds rows, so nothing is lost by starting over with one migration."
                : "These tables hold rows: " + Words.few(filled) + ".",
            List.of(),
            List.of(),
            new Treatment(
                Treatment.Care.BY_HAND,
                steps,
                filled.isEmpty() ? List.of(DEPLOY) : List.of(),
                List.of("Only if no other database has these migrations and rows to keep."))));
  }

  @Override
  boolean isUnchanged(Run run, MigrationText migration) {
    return run.checksum().map(c -> Checksum.fits(c, migration.file().text())).orElse(true);
  }

  @Override
  List<String> remarks(List<Run> runs, MigrationFolder folder) {
    List<String> remarks = new ArrayList<>();
    for (Run run : runs) {
      Optional<MigrationText> file = folder.named(run.name());
      if (run.isApplied() && file.isEmpty()) {
        remarks.add(
            run.name()
                + " is applied, but has no file (deleted-migration): "
                + layout().title()
                + " goes on, and new databases never get it.");
      } else if (run.isApplied() && !isUnchanged(run, file.get())) {
        remarks.add(
            run.name()
                + " was edited after it was applied (edited-migration): this database stays as it is, new ones get the new text, and prisma migrate dev wants a reset.");
      }
    }
    return remarks;
  }
}
