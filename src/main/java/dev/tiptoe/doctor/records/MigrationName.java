package dev.tiptoe.doctor.records;

import java.util.Optional;

/** The migration that a line of Prisma's errors names; one that is only announced is none. */
final class MigrationName {

  private static final String LABEL = "Migration name: ";
  private static final String FILE = "Could not find the migration file at ";

  private MigrationName() {}

  /** One that failed. */
  static Optional<String> failed(String line) {
    int label = line.indexOf(LABEL);
    return label >= 0
        ? named(line.substring(label + LABEL.length()))
        : between(line, "The `", "` migration started at ")
            .or(() -> between(line, "The migration `", "` failed"));
  }

  /** One that a command was refused for, or that fails on the shadow database. */
  static Optional<String> other(String line) {
    if (line.contains("Applying migration `")) {
      return Optional.empty();
    }
    return between(line, "igration `", "`")
        .or(() -> between(line, "The migration ", " could not be found"))
        .or(() -> between(line, FILE, "migration.sql").flatMap(MigrationName::lastFolder));
  }

  private static Optional<String> between(String line, String before, String after) {
    int start = line.indexOf(before);
    int end = start < 0 ? -1 : line.indexOf(after, start + before.length());
    return end < 0 ? Optional.empty() : named(line.substring(start + before.length(), end));
  }

  private static Optional<String> lastFolder(String path) {
    String folders = path.replace('\\', '/');
    String folder = folders.endsWith("/") ? folders.substring(0, folders.length() - 1) : folders;
    return named(folder.substring(folder.lastIndexOf('/') + 1));
  }

  private static Optional<String> named(String name) {
    return Optional.of(name.strip()).filter(text -> !text.isEmpty());
  }
}
