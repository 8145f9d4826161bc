package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.Row;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.layout.Layouts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * goose, which records a migration when all of it has run, and locks nothing. What it writes is
 * read from the source of version 3.
 */
final class Goose extends Tool {

  Goose() {
    super(Layouts.GOOSE);
  }

  @Override
  String table() {
    return "goose_db_version";
  }

  @Override
  List<Run> runs(Database database, MigrationFolder folder) throws DatabaseProblem {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (Row row :
        database.query(
            "SELECT version_id, CASE WHEN is_applied THEN 1 ELSE 0 END AS is_applied"
                + " FROM goose_db_version ORDER BY id")) {
      String version = row.text("version_id");
      String name =
          FileNumber.find(folder, new BigDecimal(version)).map(MigrationText::name).orElse(version);
      if (row.number("is_applied") == 0) {
        runs.remove(version);
      } else {
        runs.put(version, Run.applied(version, name, Optional.empty()));
      }
    }
    return List.copyOf(runs.values());
  }

  /** It refuses those that are older than the last one. */
  @Override
  Optional<MigrationText> next(List<Run> runs, MigrationFolder folder) {
    BigDecimal last =
        runs.stream()
            .map(run -> new BigDecimal(run.id()))
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    return folder.migrations().stream()
        .filter(migration -> FileNumber.of(migration.name()).compareTo(last) > 0)
        .findFirst();
  }

  @Override
  Step.Note applied(Run run, MigrationText migration, Site site) {
    BigDecimal version = FileNumber.of(migration.name());
    String insert = "INSERT INTO goose_db_version (version_id, is_applied) VALUES (%s, TRUE)";
    return new Step.Note(
        insert.formatted(version) + ";",
        List.of(new Step.Write(insert.formatted("?"), List.of(version))));
  }

  @Override
  String deploy(Site site) {
    return "goose -dir "
        + site.directory()
        + (site.dialect().isMySqlLike() ? " mysql" : " postgres")
        + " \"$GOOSE_DBSTRING\" up";
  }
}
