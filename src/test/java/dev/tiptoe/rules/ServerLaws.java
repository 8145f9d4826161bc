package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.servers.Observation;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for an example on a server without being written on its page. */
final class ServerLaws {

  /** Rules about a lock that matters however little is done under it. */
  private static final Set<String> LOCK_ALONE =
      Set.of(
          "create-trigger-locks",
          "detach-partition-blocks",
          "disable-trigger",
          "drop-index-blocks",
          "lock-table",
          "missing-lock-timeout",
          "several-tables-locked");

  private static final Pattern CODE = Pattern.compile("\\berror ([0-9A-Z]{4,5})\\b");

  private final String rule;
  private final Example example;
  private final OnServer server;
  private final Measured measured;
  private final List<Statement> statements;
  private final List<Finding> findings;

  ServerLaws(String rule, OnServer server, Measured measured) {
    this.rule = rule;
    this.server = server;
    this.measured = measured;
    this.example = server.example();
    String sql = example.sql().text();
    this.statements = server.statements(sql);
    this.findings =
        Outcome.of(example, sql).found().findings().stream()
            .filter(f -> f.rule().equals(rule))
            .toList();
  }

  /** Throws an assertion error that says which law is broken. */
  void check() throws SQLException {
    whatIsSaidToFailFailsAndAllElsePasses();
    findings.stream().filter(f -> f.hazard() == Hazard.BLOCKS).forEach(this::blocksAsSaid);
    if (!example.isBad()) {
      waitsOnlyIfThePageSaysSo(measured.seen());
    }
    if (example.fixed().isPresent()) {
      theFixPasses(example.fixed().get().text());
    }
    if (example.app().isPresent()) {
      theAppSeesTheDifference(example.app().get().text());
    }
  }

  private void whatIsSaidToFailFailsAndAllElsePasses() {
    List<Finding> failing = findings.stream().filter(f -> f.hazard() == Hazard.FAILS).toList();
    List<Observation> seen = measured.seen();
    int last = seen.size() - 1;
    if (last < 0 || seen.get(last).passed()) {
      assertThat(failing).as("said to fail, and did not").isEmpty();
      return;
    }
    Observation failed = seen.get(last);
    List<Finding> there = findings.stream().filter(f -> statement(f) == last).toList();
    if (failing.isEmpty()) {
      // A later statement may trip over what a bad one has done to the rows.
      assertThat(example.isBad() && there.isEmpty()).as(failed.result().toString()).isTrue();
      return;
    }
    assertThat(there.isEmpty() ? failing : there)
        .as(failed.result().toString())
        .anyMatch(f -> f.message().contains(" " + failed.failure()));
    assertThat(there)
        .as(failed.result().toString())
        .allMatch(f -> namesNoOtherCode(f, failed.failure()));
  }

  private static boolean namesNoOtherCode(Finding finding, String code) {
    Matcher named = CODE.matcher(finding.message());
    return !named.find() || finding.message().contains(code);
  }

  /** Writers wait, and the longer the more rows there are. */
  private void blocksAsSaid(Finding finding) {
    int place = statement(finding);
    List<Observation> seen = measured.seen();
    if (place >= 0 && (place >= seen.size() || !seen.get(place).passed())) {
      return;
    }
    List<Observation> there = place < 0 ? seen : List.of(seen.get(place));
    assertThat(there)
        .as("said to block: " + finding.message())
        .anyMatch(o -> LOCK_ALONE.contains(rule) ? locks(o) : blocks(o));
  }

  private boolean locks(Observation seen) {
    return !server.kind().isPostgresql() || !seen.blockedTables().isEmpty();
  }

  /** The work may be that of a later statement that finds the lock still held. */
  private boolean blocks(Observation seen) {
    if (!server.kind().isPostgresql()) {
      return !seen.blockedTables().isEmpty() || seen.growsWithRows();
    }
    List<Observation> rest = new ArrayList<>(measured.seen());
    rest.subList(0, rest.indexOf(seen)).clear();
    return seen.changedRows() > 0
        || !seen.blockedTables().isEmpty()
            && rest.stream()
                .anyMatch(o -> o.transaction() == seen.transaction() && o.growsWithRows());
  }

  private void waitsOnlyIfThePageSaysSo(List<Observation> seen) {
    List<Observation> blocking =
        seen.stream().filter(o -> o.growsWithRows() && keepsLargeTable(o)).toList();
    if (example.mayBlock()) {
      assertThat(example.isExplained()).as("prose that says why it may block").isTrue();
      assertThat(blocking).as("may-block, and nothing blocks").isNotEmpty();
    } else {
      assertThat(blocking).as("writers wait for all rows; nobody said may-block").isEmpty();
    }
  }

  private boolean keepsLargeTable(Observation seen) {
    return seen.blockedTables().stream().anyMatch(t -> !isSmall(t));
  }

  private boolean isSmall(String table) {
    String name = table.substring(table.indexOf('.') + 1);
    return example.small().stream().anyMatch(small -> small.table().equals(name));
  }

  private void theFixPasses(String fixed) throws SQLException {
    assertThat(server.runs(fixed)).as("the fixed text").allMatch(ScriptResult::succeeded);
    Optional<SchemaSnapshot> wanted = server.schema(server.emptySetup(), example.sql().text());
    if (wanted.isPresent()) {
      SchemaSnapshot got = server.schema(example.setup(), fixed).orElseThrow();
      assertThat(wanted.get().difference(got)).as("another schema").isEmpty();
    }
    if (findings.stream().anyMatch(f -> f.hazard() == Hazard.BLOCKS) && !example.isPartlyFixed()) {
      waitsOnlyIfThePageSaysSo(server.observe(fixed));
    }
  }

  private void theAppSeesTheDifference(String app) throws SQLException {
    List<String> before = server.answers(app, "");
    assertThat(before).as("the app before").noneMatch(a -> a.startsWith("error"));
    List<String> after = server.answers(app, example.sql().text());
    if (example.isBad()) {
      assertThat(after).as("the app after a bad migration").isNotEqualTo(before);
    } else {
      assertThat(after).as("the app after a good migration").isEqualTo(before);
    }
    if (example.fixed().isPresent() && !example.isPartlyFixed()) {
      assertThat(server.answers(app, example.fixed().get().text()))
          .as("the app after the fixed migration")
          .isEqualTo(before);
    }
  }

  /**
   * The index of the statement that a finding points at, or that runs what it points at; -1 if it
   * points at none.
   */
  private int statement(Finding finding) {
    int place = -1;
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement.runs().stream().anyMatch(run -> run.span().covers(finding.span()))) {
        return i;
      }
      place = statement.span().covers(finding.span()) ? i : place;
    }
    return place;
  }
}
