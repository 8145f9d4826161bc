package dev.tiptoe.ddl;

/** What is special about a new table. */
public enum TableTrait {
  TEMPORARY,
  PARTITIONED,
  /**
   * It may have columns, indexes or constraints that are not in its definition: LIKE, AS SELECT.
   */
  OPEN_ENDED
}
