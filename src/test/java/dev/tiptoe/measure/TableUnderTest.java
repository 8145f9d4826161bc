package dev.tiptoe.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.facts.Facts;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of facts that is held against servers or, with {@code -Dupdate}, written anew. */
final class TableUnderTest {

  private static final String NOTHING = "nothing";

  private final Dialect dialect;
  private final List<Experiment> experiments;
  private final FactsTable table;
  private boolean isHeld;

  TableUnderTest(Dialect dialect, List<Experiment> experiments) {
    this.dialect = dialect;
    this.experiments = experiments;
    this.table = new FactsTable(dialect, experiments);
    if (Files.exists(file())) {
      table.addAll(Facts.of(dialect));
    }
  }

  private static boolean isUpdated() {
    return System.getProperty("update") != null;
  }

  private Path file() {
    return Path.of("src/main/resources/dev/tiptoe/facts", dialect.id() + ".txt");
  }

  /** Fails if the table is wrong about a server, or takes over what the server does. */
  void hold(Version server, Map<Asked, String> measured) {
    isHeld = true;
    if (isUpdated()) {
      table.put(server, measured);
    } else {
      assertThat(wrong(server, measured)).as("rows that are wrong about " + server).isEmpty();
    }
  }

  private List<String> wrong(Version server, Map<Asked, String> measured) {
    Map<Asked, String> says = new HashMap<>(table.answers(server));
    List<String> wrong = new ArrayList<>();
    for (Experiment experiment : experiments) {
      measured.keySet().stream()
          .filter(asked -> asked.id().equals(experiment.id()))
          .forEach(asked -> compare(server, asked, says.remove(asked), measured.get(asked), wrong));
    }
    says.forEach((asked, clauses) -> compare(server, asked, clauses, NOTHING, wrong));
    return wrong;
  }

  private void compare(Version server, Asked asked, String says, String does, List<String> wrong) {
    if (!does.equals(says)) {
      wrong.add(
          "%s (%s) on %s %s%n  the table says: %s%n  the server does: %s%n"
              .formatted(
                  asked.id(),
                  asked.mode(),
                  dialect.title(),
                  server,
                  says == null ? NOTHING : says,
                  does));
    }
  }

  /** Writes the table if that is asked for and a server was measured. */
  void write() throws IOException {
    if (isUpdated() && isHeld) {
      assertThat(System.getenv("CI")).as("CI; the facts are not rewritten there").isNull();
      Files.writeString(file(), table.text());
    }
  }
}
