package dev.tiptoe.servers;

import java.sql.SQLException;

/**
 * What came of a script: success, or the first error.
 *
 * @param error the first error, or null
 * @param failed the index of the statement that failed, or -1 if all went well or nobody knows
 */
public record ScriptResult(SQLException error, int failed) {

  static final ScriptResult SUCCESS = new ScriptResult(null, -1);

  /** Tells whether the whole script ran. */
  public boolean succeeded() {
    return error == null;
  }

  /** Returns the five characters that class the error, or an empty text after success. */
  public String sqlState() {
    return error == null || error.getSQLState() == null ? "" : error.getSQLState();
  }

  /** Returns the server's own error number, which PostgreSQL does not have. */
  public int vendorCode() {
    return error == null ? 0 : error.getErrorCode();
  }

  /** Returns the server's message, or an empty text after success. */
  public String message() {
    return error == null ? "" : messageOf(error);
  }

  /** Returns the message without the connection's number, which MariaDB's driver puts before it. */
  static String messageOf(SQLException error) {
    return String.valueOf(error.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
  }

  /** Throws the error if there is one. */
  public ScriptResult orThrow() throws SQLException {
    if (error != null) {
      throw error;
    }
    return this;
  }

  @Override
  public String toString() {
    return error == null
        ? "success"
        : "error " + sqlState() + "/" + vendorCode() + " at " + failed + ": " + message();
  }
}
