package dev.tiptoe.measure;

import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/**
 * An operation to be measured.
 *
 * @param table the table to look at
 * @param since the oldest version that can be asked
 * @param until the last series of versions that can be asked
 * @param given statements that come before and are not measured
 * @param session settings of the session that runs the statements
 * @param statements what is measured, in one transaction
 * @param question a query for the one text that tells what came of it
 */
record Experiment(
    String id,
    String table,
    Optional<Version> since,
    Optional<Version> until,
    List<String> given,
    List<String> session,
    List<String> statements,
    Optional<String> question) {

  Experiment {
    given = List.copyOf(given);
    session = List.copyOf(session);
    statements = List.copyOf(statements);
  }

  boolean isFor(Version server) {
    return since.filter(v -> v.compareTo(server) > 0).isEmpty()
        && until.filter(v -> v.major() < server.major()).isEmpty();
  }
}
