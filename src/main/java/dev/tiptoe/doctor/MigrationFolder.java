package dev.tiptoe.doctor;

import java.util.List;
import java.util.Optional;

/**
 * The migrations of a project, in the order in which the tool runs them.
 *
 * @param shown the folder, fit for people
 */
public record MigrationFolder(String shown, List<MigrationText> migrations) {

  public MigrationFolder {
    migrations = List.copyOf(migrations);
  }

  Optional<MigrationText> named(String name) {
    return migrations.stream().filter(m -> m.name().equals(name)).findFirst();
  }

  /** The migrations that run before one. */
  List<MigrationText> before(MigrationText migration) {
    return migrations.subList(0, migrations.indexOf(migration));
  }
}
