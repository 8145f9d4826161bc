package dev.tiptoe.doctor.records;

import java.util.Optional;

/**
 * What a server answered to a statement.
 *
 * @param code the SQLSTATE of PostgreSQL, the error number of MySQL and MariaDB
 * @param message without the severity in front; details and hints stand in further lines
 * @param statement which of the file it was, counted from 1; only MySQL and MariaDB let Prisma know
 */
public record DatabaseError(Optional<String> code, String message, Optional<Integer> statement) {

  /** What kind of failure it is. */
  public Cause cause() {
    return Cause.of(this);
  }

  /** What happened, in plain words without a capital and a full stop. */
  public String sentence() {
    return new CauseText(this).sentence();
  }
}
