package dev.tiptoe.db;

/** What a connection is for. */
public enum Access {
  /** The server refuses whatever would write, where it can. */
  READ_ONLY,
  READ_WRITE
}
