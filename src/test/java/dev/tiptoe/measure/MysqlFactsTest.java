package dev.tiptoe.measure;

import dev.tiptoe.servers.Server;
import dev.tiptoe.sql.Dialect;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("measure")
class MysqlFactsTest {

  private static ExperimentsFile file;
  private static TableUnderTest mysql;
  private static TableUnderTest mariadb;

  @BeforeAll
  static void readOperations() throws IOException {
    file = ExperimentsFile.of(Dialect.MYSQL);
    mysql = new TableUnderTest(Dialect.MYSQL, file.experiments());
    mariadb = new TableUnderTest(Dialect.MARIADB, file.experiments());
  }

  static List<String> mysqlServers() {
    return Server.measurable("mysql");
  }

  static List<String> mariadbServers() {
    return Server.measurable("mariadb");
  }

  @ParameterizedTest
  @MethodSource("mysqlServers")
  void theTableSaysWhatMysqlDoes(String name) throws SQLException {
    hold(mysql, name);
  }

  @ParameterizedTest
  @MethodSource("mariadbServers")
  void theTableSaysWhatMariadbDoes(String name) throws SQLException {
    hold(mariadb, name);
  }

  private static void hold(TableUnderTest table, String name) throws SQLException {
    try (Server server = Server.measured(name)) {
      table.hold(MysqlMeasurer.version(server), MysqlMeasurer.measure(server, file));
    }
  }

  @AfterAll
  static void write() throws IOException {
    mysql.write();
    mariadb.write();
  }
}
