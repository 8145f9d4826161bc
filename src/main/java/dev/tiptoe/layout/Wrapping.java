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
  /** The statements of a section. */
  SECTION,
  /** The statements of all migrations that are not applied yet. */
  ALL_PENDING
}
