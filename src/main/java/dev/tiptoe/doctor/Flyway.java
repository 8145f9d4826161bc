package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockName;
import dev.tiptoe.db.Row;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.layout.Layouts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Flyway. What it writes and locks was measured with 13.12: a failed migration leaves a row on
 * MySQL and MariaDB, and none on PostgreSQL, not even without a transaction.
 */
final class Flyway extends Tool {

  private static final String TABLE = "flyway_schema_history";

  /** "Flyway" in ASCII. */
  private static final long LOCK = 0x466C_7977_6179L;

  Flyway() {
    super(Layouts.FLYWAY);
  }

  @Override
  String table() {
    return TABLE;
  }

  /** One for each table of records; MySQL clusters by Galera have none. */
  @Override
  List<LockName> locks(Database database) {
    int hash = (database.quoted(database.schema()) + "." + database.quoted(TABLE)).hashCode();
    return List.of(new LockName(LOCK + hash, LockName.Form.WHOLE, "Flyway-" + hash));
  }

  @Override
  List<Run> runs(Database database, MigrationFolder folder) throws DatabaseProblem {
    List<Run> runs = new ArrayList<>();
    for (Row row :
        database.query(
            "SELECT installed_rank, version, description, type, script, checksum,"
                + " CASE WHEN success THEN 1 ELSE 0 END AS success"
                + " FROM flyway_schema_history ORDER BY installed_rank")) {
      String id = row.text("installed_rank");
      String script = row.text("script");
      String file = script.substring(script.lastIndexOf('/') + 1);
      Optional<String> checksum = row.find("checksum");
      switch (row.text("type")) {
        case "SQL" ->
            runs.add(
                row.number("success") == 0
                    ? Run.failed(id, file, checksum)
                    : Run.applied(id, file, checksum));
        case "BASELINE", "SQL_BASELINE" ->
            runs.add(
                Run.applied(
                    id, "B" + row.text("version") + "__" + row.text("description"), checksum));
        case "DELETE" -> runs.removeIf(run -> run.name().equals(file));
        case "UNDO_SQL" -> runs.removeIf(run -> run.name().startsWith("V" + versionPart(file)));
        default -> {}
      }
    }
    return runs;
  }

  /** From the version to the underscores behind it. */
  private static String versionPart(String undo) {
    return undo.substring(1, undo.indexOf("__") + 2);
  }

  /** Older versions than the last one are refused, whatever they are. */
  @Override
  Optional<MigrationText> next(List<Run> runs, MigrationFolder folder) {
    return folder.migrations().stream()
        .filter(migration -> migration.name().startsWith("V"))
        .filter(
            migration ->
                runs.stream()
                    .filter(run -> FlywayName.of(run.name()).version().isPresent())
                    .allMatch(
                        run -> FlywayName.of(migration.name()).isAfter(FlywayName.of(run.name()))))
        .findFirst();
  }

  @Override
  Step.Note applied(Run run, MigrationText migration, Site site) {
    FlywayName name = FlywayName.of(migration.name());
    String file = migration.file().path();
    String folder = site.folder().shown() + "/";
    List<Step.Write> writes = new ArrayList<>(removal(run));
    List<Object> values = new ArrayList<>();
    name.version().ifPresent(values::add);
    values.add(name.description());
    values.add(file.startsWith(folder) ? file.substring(folder.length()) : migration.name());
    values.add(checksum(migration.file().text()));
    writes.add(
        new Step.Write(
            "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success)"
                + " SELECT coalesce(max(installed_rank), 0) + 1, "
                + (name.version().isPresent() ? "?" : "NULL")
                + ", ?, 'SQL', ?, ?, "
                + (site.dialect().isMySqlLike()
                    ? "substring_index(user(), '@', 1)"
                    : "current_user")
                + ", 0, TRUE FROM flyway_schema_history",
            values));
    String mark =
        "flyway migrate -skipExecutingMigrations=true -target=" + name.version().orElse("current");
    return new Step.Note(run.isRecorded() ? "flyway repair && " + mark : mark, writes);
  }

  @Override
  Optional<Step.Note> rolledBack(Run run, Site site) {
    return run.isRecorded()
        ? Optional.of(new Step.Note("flyway repair", removal(run)))
        : Optional.empty();
  }

  private static List<Step.Write> removal(Run run) {
    return run.isRecorded()
        ? List.of(
            new Step.Write(
                "DELETE FROM flyway_schema_history WHERE installed_rank = ? AND success = FALSE",
                List.of(Integer.valueOf(run.id()))))
        : List.of();
  }

  @Override
  String deploy(Site site) {
    return "flyway migrate";
  }

  @Override
  String undoing() {
    return "flyway repair alone";
  }

  @Override
  String failed(Run run) {
    FlywayName name = FlywayName.of(run.name());
    String what =
        name.version().map(v -> "migration to version " + v).orElse("repeatable migration");
    return "Migration "
        + run.name()
        + " failed, and Flyway noted no reason. It stops with \"Detected failed "
        + what
        + "\" or \"Schema contains a failed "
        + what
        + "\".";
  }

  @Override
  Optional<Diagnosis> withoutRecords(Database database) throws DatabaseProblem {
    List<String> tables = database.tables();
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Diagnosis(
                Ailment.NO_MIGRATIONS_TABLE,
                Optional.empty(),
                "There are tables, but no flyway_schema_history: flyway migrate stops with \"Found non-empty schema(s) but no schema history table\".",
                List.of(),
                List.of("Tables: " + Words.few(tables) + "."),
                new Treatment(
                    Treatment.Care.BY_HAND,
                    List.of(
                        new Step.ByHand(
                            "If the database has all that migrations up to a version make, say so; the later ones run then.",
                            "flyway baseline -baselineVersion=VERSION")),
                    List.of("flyway migrate"),
                    List.of("Not flyway clean: it drops every table with its rows."))));
  }

  @Override
  Optional<Diagnosis> refusal(List<Run> runs, Site site) {
    for (Run run : runs) {
      FlywayName name = FlywayName.of(run.name());
      Optional<MigrationText> file = site.folder().named(run.name());
      if (run.name().startsWith("V") && file.isEmpty() && isAmong(name, site.folder())) {
        return Optional.of(
            Refusal.deleted(
                run.name(),
                site.folder(),
                "Flyway stops with \"Detected applied migration not resolved locally: "
                    + name.version().orElse("")
                    + "\"",
                new Step.ByHand("If it was removed on purpose, say so.", "flyway repair"),
                deploy(site)));
      }
      if (run.name().startsWith("V") && file.isPresent() && !isUnchanged(run, file.get())) {
        return Optional.of(
            Refusal.edited(
                run.name(),
                site.folder(),
                "Flyway stops with \"Migration checksum mismatch for migration version "
                    + name.version().orElse("")
                    + "\"",
                new Step.ByHand(
                    "If only comments or white space differ, or the database has what the file says now, take the file as it is.",
                    "flyway repair"),
                deploy(site)));
      }
    }
    return Optional.empty();
  }

  /** An applied migration that is later than all files is of a newer app, which Flyway allows. */
  private static boolean isAmong(FlywayName name, MigrationFolder folder) {
    return folder.migrations().stream().anyMatch(m -> FlywayName.of(m.name()).isAfter(name));
  }

  @Override
  boolean isUnchanged(Run run, MigrationText migration) {
    return run.checksum()
        .map(c -> c.equals(String.valueOf(checksum(migration.file().text()))))
        .orElse(true);
  }

  /** CRC32 of the lines without their ends. */
  private static int checksum(String text) {
    CRC32 sum = new CRC32();
    String content = text.startsWith("\ufeff") ? text.substring(1) : text;
    content.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) sum.getValue();
  }
}
