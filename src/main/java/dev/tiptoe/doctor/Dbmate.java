package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.layout.Layouts;
import java.util.List;
import java.util.Optional;

/**
 * dbmate, which records a migration when all of it has run, and locks nothing. What it writes was
 * measured with 2.36.
 */
final class Dbmate extends Tool {

  Dbmate() {
    super(Layouts.DBMATE);
  }

  @Override
  String table() {
    return "schema_migrations";
  }

  @Override
  List<Run> runs(Database database, MigrationFolder folder) throws DatabaseProblem {
    return database.query("SELECT version FROM schema_migrations ORDER BY version").stream()
        .map(row -> row.text("version"))
        .map(
            version ->
                Run.applied(
                    version,
                    folder.migrations().stream()
                        .map(MigrationText::name)
                        .filter(name -> version(name).equals(version))
                        .findFirst()
                        .orElse(version),
                    Optional.empty()))
        .toList();
  }

  private static String version(String name) {
    return name.substring(0, FileNumber.digits(name));
  }

  @Override
  Step.Note applied(Run run, MigrationText migration, Site site) {
    String version = version(migration.name());
    String insert = "INSERT INTO schema_migrations (version) VALUES (%s)";
    return new Step.Note(
        insert.formatted("'" + version + "'") + ";",
        List.of(new Step.Write(insert.formatted("?"), List.of(version))));
  }

  @Override
  String deploy(Site site) {
    return "dbmate --migrations-dir " + site.directory() + " up";
  }
}
