package dev.tiptoe.corpus;

import dev.tiptoe.sql.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Migrations of one project that are run one after another on one database.
 *
 * @param name the project and, if it has several databases, which of them
 */
record Chain(String name, Dialect dialect, List<Migration> migrations) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Returns the chains of all projects, by the layout of each project's files. */
  static List<Chain> of(List<Migration> migrations) {
    Map<String, List<Migration>> chains = new TreeMap<>();
    Set<String> paths = migrations.stream().map(Migration::toString).collect(Collectors.toSet());
    for (Migration migration : migrations) {
      String database = isReplaced(migration, paths) ? "" : database(migration);
      if (!migration.isDown() && !database.isEmpty()) {
        String name = migration.dialect().id() + "/" + migration.project();
        String key = database.equals("all") ? name : name + "/" + database;
        chains.computeIfAbsent(key, k -> new ArrayList<>()).add(migration);
      }
    }
    List<Chain> result = new ArrayList<>();
    chains.forEach(
        (name, files) -> {
          files.sort(Comparator.comparing(Chain::order).thenComparing(Migration::path));
          result.add(new Chain(name, files.get(0).dialect(), List.copyOf(files)));
        });
    return result;
  }

  /**
   * Pop prefers a file for the dialect to one for all, and leaves those for other dialects alone.
   */
  private static boolean isReplaced(Migration migration, Set<String> paths) {
    String path = migration.toString();
    String own = migration.dialect() == Dialect.POSTGRESQL ? ".postgres.up.sql" : ".mysql.up.sql";
    boolean general = path.endsWith(".up.sql") && !path.endsWith(own);
    return path.endsWith(".sqlite.up.sql")
        || (general && paths.contains(path.substring(0, path.length() - 7) + own));
  }

  /** The database that a file is for; empty for files that are no step of a chain. */
  private static String database(Migration migration) {
    String folder = migration.folder();
    String file = migration.fileName();
    return switch (migration.project()) {
      case "conductor" -> folder.contains("scheduler") ? "scheduler" : "persistence";
      case "temporal" ->
          folder.contains("versioned")
              ? (folder.contains("visibility") ? "visibility" : "temporal")
              : "";
      case "scdf" -> file.contains("skipper") ? "skipper" : "dataflow";
      case "killbill" -> "all";
      // Its files begin with USE of another database, and the first schema is not among them.
      case "apollo" -> "";
      default -> "all";
    };
  }

  /** A key that sorts as the project's tool does: numbers by their value. */
  private static String order(Migration migration) {
    String key =
        switch (migration.project()) {
          case "killbill", "scdf" -> migration.fileName();
          case "kratos" -> migration.fileName().replaceAll("\\.(postgres|mysql|autocommit)", "");
          default -> migration.path();
        };
    return NUMBER
        .matcher(key)
        .replaceAll(n -> "0".repeat(Math.max(0, 24 - n.group().length())) + n.group());
  }
}
