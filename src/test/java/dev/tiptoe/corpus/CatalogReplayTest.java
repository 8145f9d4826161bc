package dev.tiptoe.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Replayed;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After the last migration of a project the catalogue says what the server says. */
@Tag("servers")
class CatalogReplayTest {

  /** DROP TYPE ... CASCADE takes a default along that once was of the type, whatever is now. */
  private static final String GONE_WITH_ITS_TYPE =
      "ghostfolio: table public.Account, column currency default";

  private static final Report REPORT = new Report("4 catalogues of projects");

  @AfterAll
  static void writeReport() {
    REPORT.write();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB", "MYSQL"})
  void theCatalogueSaysWhatTheServerSaysAfterAllMigrations(ServerKind kind) throws Exception {
    var chains = Chain.of(Corpus.read());
    Server server = kind.server();
    for (Chain chain : chains) {
      boolean mysqlOnMariadb =
          chain.dialect() == Dialect.MYSQL && server.dialect().equals("mariadb");
      if (chain.dialect().id().equals(server.dialect()) || mysqlOnMariadb) {
        replay(chain, server);
      }
    }
    assertThat(REPORT.lines("wrong on " + server))
        .filteredOn(line -> !line.contains(GONE_WITH_ITS_TYPE))
        .isEmpty();
  }

  private static void replay(Chain chain, Server server) throws SQLException {
    try (Database database = server.freshDatabase()) {
      Replayed replayed = new Replayed(new Catalog(Trial.target(database)));
      for (Migration migration : chain.migrations()) {
        try (Connection connection = connect(database)) {
          replayed.run(connection, migration.source());
        }
      }
      try (Connection connection = database.connect()) {
        Replayed.Comparison comparison = replayed.compare(connection);
        REPORT.line(
            "compared on " + server,
            chain.name() + ": " + comparison + ", " + replayed.refused().size() + " refused");
        comparison
            .differences()
            .forEach(d -> REPORT.line("wrong on " + server, chain.name() + ": " + d));
      }
    }
  }

  /** What fails within a transaction is taken back alone. */
  private static Connection connect(Database database) throws SQLException {
    String savepoints = database.server().dialect().equals("postgresql") ? "&autosave=always" : "";
    return DriverManager.getConnection(database.url() + savepoints);
  }
}
