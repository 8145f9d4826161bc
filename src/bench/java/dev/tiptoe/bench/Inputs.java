package dev.tiptoe.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes workloads in a folder. One that is there is taken as it is: it gets its name when it is
 * complete.
 */
final class Inputs {

  private static final long SEED = 20_260_101;
  private static final int STATEMENTS_A_FILE = 3;

  private final Path folder;

  Inputs(Path folder) {
    this.folder = folder;
  }

  /** One file of so many statements that tokens settle. */
  Workload statements(String title, int count) {
    return file(
        title, "statements-" + count, sql -> sql.append(new SampleSql(SEED).statements(count)));
  }

  /** One file of so many statements for which an SQL parser is needed. */
  Workload expressions(String title, int count) {
    return file(
        title,
        "expressions-" + count,
        sql -> {
          SampleSql sample = new SampleSql(SEED);
          for (int i = 0; i < count; i++) {
            sql.append(sample.columnWithExpression());
          }
        });
  }

  /** One file of so many bytes of DDL. */
  Workload ddl(String title, long bytes) {
    return file(
        title,
        "ddl-" + bytes,
        sql -> {
          SampleSql sample = new SampleSql(SEED);
          for (long left = bytes; left > 0; ) {
            String statement = sample.statement();
            sql.append(statement);
            left -= statement.length();
          }
        });
  }

  /** So many bytes of rows: every other megabyte with one row a statement, or with a hundred. */
  Workload dump(String title, long bytes) {
    return file(
        title,
        "dump-" + bytes,
        sql -> {
          SampleSql sample = new SampleSql(SEED);
          for (long left = bytes; left > 0; ) {
            int rows = (left >> 20) % 2 == 0 ? 1 : 100;
            String statement =
                IntStream.range(0, rows)
                    .mapToObj(i -> sample.row())
                    .collect(Collectors.joining(",\n", "INSERT INTO \"Customer\" VALUES\n", ";\n"));
            sql.append(statement);
            left -= statement.length();
          }
        });
  }

  /** So many migrations in Prisma's folders, all looked at. */
  Workload migrations(String title, int count) {
    Path project = made("migrations-" + count, path -> migrations(path, count));
    return new Workload(title, project, "prisma/migrations", paths(0, count));
  }

  /** The last of so many migrations and one; the others are its history. */
  Workload afterHistory(String title, int count) {
    Path project = made("migrations-" + (count + 1), path -> migrations(path, count + 1));
    List<String> last = paths(count, count + 1);
    return new Workload(title, project, last.get(0), last);
  }

  /** New migrations staged in a git repository that has so many committed. */
  Workload staged(String title, int committed, int added) {
    Path project =
        made(
            "staged-" + committed,
            path -> {
              migrations(path, committed);
              git(path, "init", "-q");
              git(path, "add", ".");
              git(path, "commit", "-q", "-m", "History");
              migrations(path, committed + added);
              git(path, "add", ".");
            });
    return new Workload(title, project, "--staged", paths(committed, committed + added));
  }

  private interface Writing {
    void to(Path path) throws IOException;
  }

  private interface Text {
    void to(Appendable sql) throws IOException;
  }

  private Workload file(String title, String name, Text text) {
    Path made =
        made(
            name,
            path -> {
              Files.createDirectory(path);
              try (BufferedWriter writer = Files.newBufferedWriter(path.resolve("migration.sql"))) {
                text.to(writer);
              }
            });
    return Workload.file(title, made.resolve("migration.sql"));
  }

  private Path made(String name, Writing writing) {
    Path made = folder.resolve(name);
    Path part = folder.resolve(name + ".part");
    try {
      if (!Files.exists(made)) {
        Folders.delete(part);
        writing.to(part);
        Files.move(part, made);
      }
      return made;
    } catch (IOException e) {
      throw new BenchException("cannot write " + made + ": " + e.getMessage());
    }
  }

  private static void migrations(Path project, int count) throws IOException {
    Files.createDirectories(project.resolve("prisma/migrations"));
    Files.writeString(
        project.resolve("prisma/schema.prisma"),
        "datasource db {\n  provider = \"postgresql\"\n  url      = env(\"DATABASE_URL\")\n}\n");
    Files.writeString(
        project.resolve("prisma/migrations/migration_lock.toml"), "provider = \"postgresql\"\n");
    SampleSql sample = new SampleSql(SEED);
    List<String> paths = paths(0, count);
    for (int i = 0; i < count; i++) {
      Path file = project.resolve(paths.get(i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, i == 0 ? sample.firstTables() : sample.statements(STATEMENTS_A_FILE));
    }
  }

  private static List<String> paths(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i -> String.format(Locale.ROOT, "prisma/migrations/%014d_step/migration.sql", day(i)))
        .toList();
  }

  /** A number in the form of a date and a time, one for each migration. */
  private static long day(int migration) {
    return 20_200_101_000_000L + 10_000_000_000L * (migration / 10_000) + migration % 10_000;
  }

  private static void git(Path repository, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("git", "-C", repository.toString()));
    // Whatever whoever runs this has set for their own commits.
    for (String setting :
        List.of(
            "user.name=bench",
            "user.email=bench@localhost",
            "commit.gpgSign=false",
            "core.hooksPath=/dev/null")) {
      line.addAll(List.of("-c", setting));
    }
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new BenchException(String.join(" ", line) + " failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      throw new BenchException("interrupted");
    }
  }
}
