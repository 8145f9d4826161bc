package dev.tiptoe.db;

/** What a database, or the way to it, did not allow; the message shows no credentials. */
public final class DatabaseProblem extends Exception {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** There is no connection: the host, the port or TLS. */
    UNREACHABLE,
    /** The server does not let in: the user, the password or the database. */
    REFUSED,
    /** The user may not do this. */
    NO_RIGHTS,
    /** The connection went away while working. */
    LOST,
    /** Waited too long for a lock, or for the statement. */
    LOCKED,
    /** The statement is wrong, or the data forbid it. */
    FAILED
  }

  private final Kind kind;
  private final String code;

  DatabaseProblem(Kind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  public Kind kind() {
    return kind;
  }

  /** PostgreSQL's SQLSTATE, or MySQL's error number; empty if the server said nothing. */
  public String code() {
    return code;
  }
}
