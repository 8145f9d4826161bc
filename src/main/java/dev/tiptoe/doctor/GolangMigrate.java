package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.db.LockName;
import dev.tiptoe.db.Row;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.sql.Script;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * golang-migrate, which records one version, and that it is dirty from the start of a migration to
 * its end. What it writes and locks is read from the source of version 4.
 */
final class GolangMigrate extends Tool {

  private static final String TABLE = "schema_migrations";

  /** Stands for the state before the first migration. */
  private static final BigDecimal NONE = BigDecimal.valueOf(-1);

  private static final int LOCK_SALT = 1486364155;

  GolangMigrate() {
    super(Layouts.GOLANG_MIGRATE);
  }

  @Override
  String table() {
    return TABLE;
  }

  @Override
  boolean notesBeginnings() {
    return true;
  }

  /**
   * On PostgreSQL its command line names the database with a slash, an app that uses it may not.
   */
  @Override
  List<LockName> locks(Database database) throws DatabaseProblem {
    String name = DerivedLock.databaseName(database);
    if (database.target().dialect().isMySqlLike()) {
      return List.of(lock(name + ":" + TABLE));
    }
    String prefix = database.schema() + "\0" + TABLE + "\0";
    return List.of(lock(prefix + "/" + name), lock(prefix + name));
  }

  private static LockName lock(String text) {
    int number = (int) DerivedLock.crc32(text) * LOCK_SALT;
    return new LockName(
        Integer.toUnsignedLong(number), LockName.Form.WHOLE, Integer.toUnsignedString(number));
  }

  /** It marks the version that it is going to, which for a way down is the one before. */
  @Override
  List<Run> runs(Database database, MigrationFolder folder) throws DatabaseProblem {
    List<Row> rows =
        database.query(
            "SELECT version, CASE WHEN dirty THEN 1 ELSE 0 END AS dirty FROM schema_migrations");
    if (rows.isEmpty()) {
      return List.of();
    }
    String version = rows.get(0).text("version");
    Optional<MigrationText> file = FileNumber.find(folder, new BigDecimal(version));
    String name = file.map(MigrationText::name).orElse(version);
    if (rows.get(0).number("dirty") == 0) {
      return List.of(Run.applied(version, name, Optional.empty()));
    }
    Optional<MigrationText> later = later(folder, new BigDecimal(version));
    boolean isDone =
        file.isPresent()
            ? isLeft(file.get(), database)
            : new BigDecimal(version).compareTo(NONE) == 0;
    boolean wasGoingDown = later.isPresent() && isDone && isLeft(later.get(), database);
    return List.of(Run.failed(version, wasGoingDown ? later.get().name() : name, Optional.empty()));
  }

  private static Optional<MigrationText> later(MigrationFolder folder, BigDecimal version) {
    return folder.migrations().stream()
        .filter(migration -> FileNumber.of(migration.name()).compareTo(version) > 0)
        .findFirst();
  }

  /** Whether something is there that a migration makes. */
  private static boolean isLeft(MigrationText migration, Database database) throws DatabaseProblem {
    Script script = Script.read(migration.file(), database.target());
    LiveSchema live = LiveSchema.read(database, script);
    return Effects.of(script, migration.forward(script), live, Clue.NONE).statements().stream()
        .anyMatch(StatementState::cannotRunTwice);
  }

  @Override
  Step.Note applied(Run run, MigrationText migration, Site site) {
    return force(FileNumber.of(migration.name()), site);
  }

  @Override
  Optional<Step.Note> rolledBack(Run run, Site site) {
    return Optional.of(force(before(run, site.folder()), site));
  }

  private static BigDecimal before(Run run, MigrationFolder folder) {
    BigDecimal version =
        FileNumber.digits(run.name()) == 0 ? BigDecimal.ZERO : FileNumber.of(run.name());
    return folder.migrations().stream()
        .map(migration -> FileNumber.of(migration.name()))
        .filter(number -> number.compareTo(version) < 0)
        .max(BigDecimal::compareTo)
        .orElse(NONE);
  }

  private static Step.Note force(BigDecimal version, Site site) {
    List<Step.Write> writes = new ArrayList<>();
    writes.add(new Step.Write("DELETE FROM schema_migrations", List.of()));
    if (version.compareTo(NONE) > 0) {
      writes.add(
          new Step.Write(
              "INSERT INTO schema_migrations (version, dirty) VALUES (?, FALSE)",
              List.of(version)));
    }
    return new Step.Note(command(site, "force " + version), writes);
  }

  @Override
  String deploy(Site site) {
    return command(site, "up");
  }

  private static String command(Site site, String words) {
    return "migrate -path " + site.directory() + " -database \"$DATABASE_URL\" " + words;
  }

  @Override
  String failed(Run run) {
    return "Migration "
        + run.name()
        + " failed or was stopped, and golang-migrate noted no reason. It stops with \"Dirty database version "
        + run.id()
        + ". Fix and force version.\"";
  }

  @Override
  Optional<Diagnosis> refusal(List<Run> runs, Site site) {
    return runs.stream()
        .filter(run -> run.isApplied() && site.folder().named(run.name()).isEmpty())
        .findFirst()
        .map(
            run ->
                Refusal.deleted(
                    run.name(),
                    site.folder(),
                    "golang-migrate stops with \"no migration found for version "
                        + run.name()
                        + "\"",
                    new Step.ByHand(
                        "If it was removed on purpose, and what it made is gone too, go back to the version before it.",
                        force(before(run, site.folder()), site).command()),
                    deploy(site)));
  }
}
