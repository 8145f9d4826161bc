package dev.tiptoe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After each statement the catalogue says what the server says. */
@Tag("servers")
class CatalogOnServersTest {

  @ParameterizedTest
  @EnumSource
  void theCatalogueSaysWhatTheServerSaysAfterEachStatement(ServerKind kind) throws Exception {
    Path path = Path.of("testdata/catalog", kind.server().dialect() + ".sql");
    SourceFile file = new SourceFile(path.toString(), Files.readString(path));
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      Replayed replayed = new Replayed(new Catalog(target(database)));
      Map<String, String> differences = new LinkedHashMap<>();
      replayed.run(
          connection,
          file,
          sql -> {
            for (String difference : differences(replayed, connection)) {
              differences.putIfAbsent(difference, "after " + sql.lines().findFirst().orElse(""));
            }
          });
      assertThat(replayed.refused()).isEmpty();
      assertThat(differences).isEmpty();
      assertThat(replayed.catalog().tables())
          .filteredOn(t -> t.kind() == Table.Kind.TABLE)
          .allSatisfy(
              t -> assertThat(t.isComplete()).isNotEqualTo(t.name().name().startsWith("open_")));
    }
  }

  private static List<String> differences(Replayed replayed, Connection connection) {
    try {
      return replayed.compare(connection).differences();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Target target(Database database) {
    String version = database.server().version().split("[^0-9.]")[0];
    return new Target(
        Dialect.of(database.server().dialect()).orElseThrow(), Version.of(version).orElseThrow());
  }
}
