package dev.tiptoe.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.schema.Catalog;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class PrismaSamplesTest {

  private static final Report REPORT = new Report("2 what Prisma generates");
  private static final int ROWS = 5;

  @AfterAll
  static void writeReport() {
    REPORT.write();
  }

  @ParameterizedTest
  @EnumSource
  void aGeneratedMigrationDoesWhatIsClaimedAndItsRewriteIsAccepted(ServerKind kind)
      throws Exception {
    Path folder = Shared.folder("prisma-samples/" + (kind.isPostgresql() ? "postgresql" : "mysql"));
    Server server = kind.server();
    List<String> problems = new ArrayList<>();
    try (Copies copies = new Copies(server);
        Database before = server.freshDatabase()) {
      before.runScript(read(folder, "init").text()).orThrow();
      try (Database filled = copies.of(before)) {
        try (Connection connection = filled.connect()) {
          assertThat(Rows.fill(connection, ROWS)).isEmpty();
        }
        for (String sample : samples(folder)) {
          for (String problem : tryOut(copies, before, filled, read(folder, sample))) {
            problems.add(sample + ": " + problem);
          }
        }
      }
    }
    problems.forEach(p -> REPORT.line("wrong on " + server, p));
    assertThat(problems).isEmpty();
  }

  private static List<String> tryOut(
      Copies copies, Database before, Database filled, Migration sample) throws Exception {
    String server = before.server().toString();
    try (Database after = copies.of(before)) {
      boolean runs =
          after
              .runScript(Mode.STATEMENTS, Trial.statements(sample.text(), Trial.target(after)))
              .succeeded();
      Trial trial =
          new Trial(
              copies,
              before,
              filled,
              after,
              runs,
              sample.source(),
              new Catalog(Trial.target(before)));
      Original original = trial.original();
      REPORT.count(server, "samples", 1);
      REPORT.count(
          server, "samples that fail on tables with rows", original.error().isEmpty() ? 0 : 1);
      REPORT.count(server, "claims confirmed by the server", original.confirmed());
      boolean warned =
          trial.claims(CorpusTest.DEFAULTS).stream().anyMatch(c -> c.isError() && c.fails());
      if (warned && original.error().isEmpty()) {
        return List.of("it passes, and an error says that it fails");
      }
      for (boolean given : List.of(false, true)) {
        Rewrites.tryOut(trial, given, server, sample.toString(), REPORT);
      }
      return trial.problems();
    }
  }

  private static List<String> samples(Path folder) throws IOException {
    try (Stream<Path> samples = Files.list(folder)) {
      return samples
          .filter(Files::isDirectory)
          .map(p -> p.getFileName().toString())
          .filter(n -> !n.equals("init"))
          .sorted()
          .toList();
    }
  }

  private static Migration read(Path folder, String sample) {
    Dialect dialect = Dialect.of(folder.getFileName().toString()).orElseThrow();
    Path file = folder.resolve(sample).resolve("migration.sql");
    return Migration.read("prisma-samples", dialect, folder, file);
  }
}
