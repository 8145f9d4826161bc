package dev.tiptoe.facts;

import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Version;

/**
 * What a run of neighbouring servers answered alike.
 *
 * @param first the oldest of these servers
 * @param last the newest of them
 */
public record Measurement(
    Version first, Version last, SqlMode mode, String clauses, Effect effect) {

  boolean covers(Version server) {
    return first.compareTo(server) <= 0 && server.compareTo(last) <= 0;
  }
}
