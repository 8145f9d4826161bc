package dev.tiptoe.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.facts.Facts;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Compares the table of PostgreSQL with an earlier and independent measurement of the same
 * operations, in the folder that {@code -Dtiptoe.facts} names.
 */
class EarlierMeasurementTest {

  private static final Pattern CREATED =
      Pattern.compile("CREATE (?:TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE) (\\w+)");

  private static final String ONE_BY_ONE =
      "it also ran the statements one by one where they fail in one transaction";
  private static final String PARTITIONS_KEPT_ROWS =
      "its empty table had partitions with rows in them";

  /** Where the earlier measurement saw something else, and why. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          "enum_add_value_used_same_tx", ONE_BY_ONE,
          "enum_add_value_set_default_same_tx", ONE_BY_ONE,
          "enum_add_value_compare_same_tx", ONE_BY_ONE,
          "enum_add_value_to_type_created_same_tx", ONE_BY_ONE,
          "three_steps_one_transaction_with_fk_update", ONE_BY_ONE,
          "create_partition_of_with_default_partition_overlapping_rows", PARTITIONS_KEPT_ROWS,
          "attach_partition_violating", PARTITIONS_KEPT_ROWS);

  /** What both tell of an operation on a server. */
  private record Row(
      Optional<String> error,
      boolean onRowsOnly,
      boolean runsAlone,
      Map<String, String> locks,
      TreeSet<String> rewritten,
      TreeSet<String> scanned,
      TreeSet<String> rebuilt) {}

  @Test
  void theTableAgreesWithAnEarlierMeasurement() throws IOException {
    JsonNode earlier = new ObjectMapper().readTree(earlier().toFile());
    int agreed = 0;
    List<String> explained = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    for (JsonNode operation : earlier.get("operations")) {
      String id = operation.get("id").asText();
      for (Map.Entry<String, JsonNode> server : operation.get("versions").properties()) {
        Optional<Row> then = Optional.of(row(operation.get("statement"), server.getValue()));
        Optional<Row> now = effect(id, server.getKey()).map(EarlierMeasurementTest::row);
        if (then.equals(now)) {
          agreed++;
        } else {
          String where = id + " on " + server.getKey();
          if (EXPLAINED.containsKey(id)) {
            explained.add(where + ": " + EXPLAINED.get(id));
          } else {
            differing.add("%s%n  then: %s%n  now: %s".formatted(where, then, now));
          }
        }
      }
    }
    System.out.printf(
        "Facts of PostgreSQL, operations on servers: %d as measured earlier, %d differ for known"
            + " reasons, %d differ%n",
        agreed, explained.size(), differing.size());
    explained.forEach(System.out::println);
    assertThat(differing).isEmpty();
  }

  private static Path earlier() {
    String folder = System.getProperty("tiptoe.facts", "");
    Path file = Path.of(folder, "postgresql.json");
    Assumptions.assumeTrue(
        Files.isRegularFile(file),
        "the facts are not compared with an earlier measurement: no "
            + file
            + " (-Dtiptoe.facts=<its folder>)");
    return file;
  }

  private static Optional<Effect> effect(String id, String server) {
    return Facts.of(Dialect.POSTGRESQL)
        .effect(
            id, new Target(Dialect.POSTGRESQL, Version.of(server).orElseThrow()), SqlMode.STRICT);
  }

  private static Row row(Effect effect) {
    Map<String, String> locks = new TreeMap<>();
    effect.locks().forEach((table, lock) -> locks.put(table, lock.toString()));
    return new Row(
        effect.error(),
        effect.onRowsOnly(),
        effect.runsAlone(),
        locks,
        new TreeSet<>(effect.rewritten()),
        new TreeSet<>(effect.scanned()),
        new TreeSet<>(effect.rebuilt()));
  }

  private static Row row(JsonNode statement, JsonNode measured) {
    TreeSet<String> created =
        CREATED
            .matcher(statement.toString())
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<String> error =
        Optional.of(measured.at("/error/sqlstate").asText()).filter(e -> !e.isEmpty());
    TreeSet<String> rewritten = texts(measured.path("rewritten"));
    Map<String, String> locks = new TreeMap<>();
    TreeSet<String> scanned = new TreeSet<>();
    TreeSet<String> rebuilt = texts(measured.path("indexes_rebuilt"));
    if (error.isEmpty()) {
      measured
          .path("locks")
          .properties()
          .forEach(e -> locks.put(e.getKey(), e.getValue().asText()));
      measured.path("full_scans").fieldNames().forEachRemaining(scanned::add);
    }
    locks.keySet().removeIf(name -> created.contains(name) || isSequence(name));
    scanned.removeAll(created);
    rebuilt.removeIf(index -> rewritten.stream().anyMatch(table -> index.startsWith(table + "_")));
    return new Row(
        error,
        error.isPresent() && measured.get("on_empty_table").asText().equals("ok"),
        !measured.get("may_run_in_transaction_block").asBoolean(),
        locks,
        rewritten,
        scanned,
        rebuilt);
  }

  /** Sequences are left out of the table. */
  private static boolean isSequence(String name) {
    return name.equals("sq") || name.endsWith("_seq");
  }

  private static TreeSet<String> texts(JsonNode names) {
    return StreamSupport.stream(names.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
