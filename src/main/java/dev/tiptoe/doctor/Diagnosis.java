package dev.tiptoe.doctor;

import java.util.List;
import java.util.Optional;

/**
 * What happened, what state the schema is in, and what to do.
 *
 * @param migration the one that it is about; empty if it is about none
 * @param happened one sentence
 * @param statements those of the migration, and what of each is in the database; empty if nobody
 *     looked
 * @param remarks what else was seen, each a sentence
 */
public record Diagnosis(
    Ailment ailment,
    Optional<String> migration,
    String happened,
    List<StatementState> statements,
    List<String> remarks,
    Treatment treatment) {

  public Diagnosis {
    statements = List.copyOf(statements);
    remarks = List.copyOf(remarks);
  }

  /** Whether the tool goes on by itself. */
  public boolean isHealthy() {
    return treatment.care() == Treatment.Care.NONE;
  }
}
