package dev.tiptoe.ddl;

/** Whether a table can be written to while an index is made or dropped, or a partition detached. */
public enum Access {
  BLOCKING,
  CONCURRENT
}
