package dev.tiptoe.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiptoe.facts.Algorithm;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.facts.Facts;
import dev.tiptoe.facts.Lock;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the tables of MySQL and MariaDB with an earlier and independent measurement of the same
 * operations, in the folder that {@code -Dtiptoe.facts} names.
 */
class EarlierMysqlMeasurementTest {

  private static final String NO_ALGORITHM = "it was not asked for an algorithm";
  private static final String PARTITIONS = "it did not notice when partitions were rebuilt";
  private static final String INDEXED = "the column had an index, which is what took the time";

  /** Where the earlier measurement saw something else, and why. */
  private static final Map<String, String> EXPLAINED =
      Map.ofEntries(
          Map.entry("add_column_check_violated_then_update", NO_ALGORITHM),
          Map.entry("add_column_json_not_null_then_json_valid", NO_ALGORITHM),
          Map.entry("add_column_not_null_explicit_defaults_off", NO_ALGORITHM),
          Map.entry("add_column_timestamp_zero_then_modify", NO_ALGORITHM),
          Map.entry("commit_alter_temporary_table", NO_ALGORITHM),
          Map.entry("modify_ignore_to_not_null", NO_ALGORITHM),
          Map.entry("no_op_alter", NO_ALGORITHM),
          Map.entry("add_column_table_partitioned", PARTITIONS),
          Map.entry("add_partition_hash", PARTITIONS),
          Map.entry("coalesce_partition", PARTITIONS),
          Map.entry("optimize_partition", PARTITIONS),
          Map.entry("rebuild_partition", PARTITIONS),
          Map.entry("reorganize_partition", PARTITIONS),
          Map.entry("analyze_partition", "it took the row of the answer for a copied one"),
          Map.entry("drop_column_used_by_check", INDEXED),
          Map.entry("drop_column_used_by_trigger", INDEXED),
          Map.entry("partial_create_table_as_select_fails", "it did not try an empty table"),
          Map.entry("rename_tables_swap", "it took the other table of that name for a rewrite"));

  /** What both tell of an operation on a server. */
  private record Row(
      Optional<String> error,
      boolean onRowsOnly,
      Optional<Algorithm> algorithm,
      Lock lock,
      boolean rewrites,
      boolean keepsTransaction) {}

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void theTableAgreesWithAnEarlierMeasurement(Dialect dialect) throws IOException {
    JsonNode earlier = new ObjectMapper().readTree(earlier(dialect).toFile());
    int agreed = 0;
    List<String> explained = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    for (JsonNode operation : earlier.get("operations")) {
      String id = operation.get("id").asText();
      for (Map.Entry<String, JsonNode> server : operation.get("versions").properties()) {
        for (SqlMode mode : SqlMode.values()) {
          Optional<Row> then = row(operation, server.getValue(), mode);
          Target target = new Target(dialect, Version.of(server.getKey()).orElseThrow());
          Optional<Row> now =
              Facts.of(dialect).effect(id, target, mode).map(EarlierMysqlMeasurementTest::row);
          String where = id + " (" + mode + ") on " + server.getKey();
          if (then.equals(now)) {
            agreed++;
          } else if (EXPLAINED.containsKey(id)) {
            explained.add(where + ": " + EXPLAINED.get(id));
          } else if (then.isPresent() || mode == SqlMode.STRICT) {
            differing.add("%s%n  then: %s%n  now: %s".formatted(where, then, now));
          }
        }
      }
    }
    System.out.printf(
        "Facts of %s, operations on servers: %d as measured earlier, %d differ for known reasons,"
            + " %d differ%n",
        dialect.title(), agreed, explained.size(), differing.size());
    explained.forEach(System.out::println);
    assertThat(differing).isEmpty();
  }

  private static Path earlier(Dialect dialect) {
    Path file = Path.of(System.getProperty("tiptoe.facts", ""), dialect.id() + ".json");
    Assumptions.assumeTrue(
        Files.isRegularFile(file),
        "the facts are not compared with an earlier measurement: no "
            + file
            + " (-Dtiptoe.facts=<its folder>)");
    return file;
  }

  private static Row row(Effect effect) {
    return new Row(
        effect.error(),
        effect.onRowsOnly(),
        effect.algorithm(),
        effect.lock(),
        effect.rewrites(),
        effect.keepsTransaction());
  }

  /** Empty if the server lacked the syntax, or was not asked with a lenient sql_mode. */
  private static Optional<Row> row(JsonNode operation, JsonNode server, SqlMode mode) {
    JsonNode measured = server.path(mode == SqlMode.STRICT ? "strict" : "non_strict");
    if (measured.isMissingNode()) {
      return Optional.empty();
    }
    Optional<String> error =
        Optional.of(measured.at("/error/code").asText()).filter(e -> !e.isEmpty());
    JsonNode cheapest = error.isEmpty() ? measured.path("cheapest") : measured.path("none");
    boolean copied =
        operation.get("statement").asText().startsWith("ALTER ")
            && measured.path("affected_rows").asInt() > 0;
    return Optional.of(
        new Row(
            error,
            error.isPresent() && server.path("on_empty_table").asText().equals("ok"),
            Optional.of(cheapest.path("algorithm").asText())
                .filter(a -> !a.isEmpty())
                .map(Algorithm::valueOf),
            lock(cheapest.path("lock").asText()),
            measured.path("table_rebuilt").asBoolean() || copied,
            !measured.get("implicit_commit").asBoolean()));
  }

  /** MySQL takes no lock but the default beside INSTANT. */
  private static Lock lock(String name) {
    return switch (name) {
      case "SHARED" -> Lock.SHARE;
      case "EXCLUSIVE" -> Lock.EXCLUSIVE;
      default -> Lock.NONE;
    };
  }
}
