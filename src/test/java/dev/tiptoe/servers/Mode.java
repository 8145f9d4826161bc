package dev.tiptoe.servers;

/** The ways in which migration tools send a script. */
public enum Mode {
  /** The text is one message, which PostgreSQL runs as one implicit transaction. */
  WHOLE_FILE,
  /** Each statement is sent alone and commits alone. */
  STATEMENTS,
  /** Each statement is sent alone between BEGIN and COMMIT, with ROLLBACK at the first error. */
  ONE_TRANSACTION
}
