package dev.tiptoe.ddl;

/** What becomes of the things that depend on the one that is dropped. */
public enum DropBehavior {
  /** They stand in the way; also where none was written. */
  RESTRICT,
  CASCADE
}
