package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockName;
import dev.tiptoe.db.Row;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.sql.Dialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * sqlx for Rust. On MySQL a migration is on record before it runs, on PostgreSQL once it has run;
 * what it writes and locks is read from the source of 0.8.
 */
final class Sqlx extends Tool {

  private static final long LOCK_SALT = 0x3d32ad9e;

  Sqlx() {
    super(Layouts.SQLX);
  }

  @Override
  String table() {
    return "_sqlx_migrations";
  }

  @Override
  List<LockName> locks(Database database) throws DatabaseProblem {
    long key = LOCK_SALT * DerivedLock.crc32(DerivedLock.databaseName(database));
    return List.of(new LockName(key, LockName.Form.WHOLE, Long.toHexString(key)));
  }

  @Override
  List<Run> runs(Database database, MigrationFolder folder) throws DatabaseProblem {
    String checksum =
        database.target().dialect().isMySqlLike() ? "hex(checksum)" : "encode(checksum, 'hex')";
    List<Run> runs = new ArrayList<>();
    for (Row row :
        database.query(
            "SELECT version, CASE WHEN success THEN 1 ELSE 0 END AS success, "
                + checksum
                + " AS checksum FROM _sqlx_migrations ORDER BY version")) {
      String version = row.text("version");
      String name =
          FileNumber.find(folder, new BigDecimal(version)).map(MigrationText::name).orElse(version);
      Optional<String> sum = row.find("checksum").map(text -> text.toLowerCase(Locale.ROOT));
      runs.add(
          row.number("success") == 0
              ? Run.failed(version, name, sum)
              : Run.applied(version, name, sum));
    }
    return runs;
  }

  @Override
  boolean isUnchanged(Run run, MigrationText migration) {
    return run.checksum().map(sum(migration)::equals).orElse(true);
  }

  /** It takes a line end for a change as well. */
  private static String sum(MigrationText migration) {
    return Checksum.of("SHA-384", migration.file().text());
  }

  @Override
  Step.Note applied(Run run, MigrationText migration, Site site) {
    String name = migration.name();
    BigDecimal version = FileNumber.of(name);
    String sum = sum(migration);
    String bytes = site.dialect().isMySqlLike() ? "unhex(%s)" : "decode(%s, 'hex')";
    if (run.isRecorded()) {
      String update =
          "UPDATE _sqlx_migrations SET success = TRUE, checksum = "
              + bytes
              + " WHERE version = %s AND success = FALSE";
      return note(update, List.of(sum, version));
    }
    String insert =
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)"
            + " VALUES (%s, %s, TRUE, "
            + bytes
            + ", -1)";
    return note(insert, List.of(version, description(name), sum));
  }

  private static String description(String file) {
    String title = file.substring(Math.min(file.length(), FileNumber.digits(file) + 1));
    int end = title.endsWith(".up.sql") ? ".up.sql".length() : ".sql".length();
    return title.substring(0, Math.max(0, title.length() - end)).replace('_', ' ');
  }

  @Override
  Optional<Step.Note> rolledBack(Run run, Site site) {
    return run.isRecorded()
        ? Optional.of(
            note(
                "DELETE FROM _sqlx_migrations WHERE version = %s AND success = FALSE",
                List.of(new BigDecimal(run.id()))))
        : Optional.empty();
  }

  @Override
  String deploy(Site site) {
    return "sqlx migrate run --source " + site.directory();
  }

  @Override
  String undoing() {
    return "removing its row alone";
  }

  @Override
  String failed(Run run) {
    return "Migration "
        + run.name()
        + " failed or was stopped, and sqlx noted no reason. It stops with \"migration "
        + run.id()
        + " is partially applied; fix and remove row from `_sqlx_migrations` table\".";
  }

  @Override
  Optional<Diagnosis> refusal(List<Run> runs, Site site) {
    for (Run run : runs) {
      Optional<MigrationText> file = site.folder().named(run.name());
      if (file.isEmpty()) {
        return Optional.of(
            Refusal.deleted(
                run.name(),
                site.folder(),
                "sqlx stops with \"migration "
                    + run.id()
                    + " was previously applied but is missing in the resolved migrations\"",
                new Step.ByHand(
                    "If it was removed on purpose, let sqlx pass it over.",
                    deploy(site) + " --ignore-missing"),
                deploy(site)));
      }
      if (!isUnchanged(run, file.get())) {
        return Optional.of(
            Refusal.edited(
                run.name(),
                site.folder(),
                "sqlx stops with \"migration "
                    + run.id()
                    + " was previously applied but has been modified\"",
                new Step.ByHand(
                    "If only comments, white space or line ends differ, or the database has what the file says now, take the file as it is.",
                    accept(run, file.get(), site.dialect())),
                deploy(site)));
      }
    }
    return Optional.empty();
  }

  private static Step.Note note(String sql, List<Object> values) {
    Object[] literals =
        values.stream()
            .map(v -> v instanceof String text ? "'" + text.replace("'", "''") + "'" : v)
            .toArray();
    Object[] marks = values.stream().map(v -> "?").toArray();
    return new Step.Note(
        sql.formatted(literals) + ";", List.of(new Step.Write(sql.formatted(marks), values)));
  }

  private static String accept(Run run, MigrationText file, Dialect dialect) {
    return "UPDATE _sqlx_migrations SET checksum = "
        + (dialect.isMySqlLike() ? "x'" + sum(file) + "'" : "'\\x" + sum(file) + "'")
        + " WHERE version = "
        + run.id()
        + ";";
  }
}
