package dev.tiptoe.layout;

/**
 * What shares a transaction, before any BEGIN of the file's own. On MySQL and MariaDB a DDL
 * statement commits whatever is open all the same.
 */
public enum Wrapping {
  /** Nobody knows who runs the file. */
  UNKNOWN,
  /** Each statement commits by itself. */
  EACH_STATEMENT,
  /**
   * The statements of a section, because PostgreSQL gets them as one message; a BEGIN among them
   * makes its transaction the file's own.
   */
  ONE_MESSAGE,
  /** The statements of a section, in a transaction that the tool opens. */
  SECTION,
  /** The statements of all migrations that are not applied yet. */
  ALL_PENDING
}
