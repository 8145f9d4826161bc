package dev.tiptoe.facts;

import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/**
 * A statement that was measured.
 *
 * @param table the table on which the measurement looked
 */
public record Operation(String id, String table, String statement, List<Measurement> measurements) {

  public Operation {
    measurements = List.copyOf(measurements);
  }

  /** What a server did; empty if it was not measured there, because it lacks the syntax. */
  public Optional<Effect> on(Version server, SqlMode mode) {
    return at(server, mode).or(() -> at(server, SqlMode.STRICT));
  }

  private Optional<Effect> at(Version server, SqlMode mode) {
    return measurements.stream()
        .filter(m -> m.mode() == mode && m.covers(server))
        .map(Measurement::effect)
        .findFirst();
  }
}
