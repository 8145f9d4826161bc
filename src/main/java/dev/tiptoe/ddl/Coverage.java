package dev.tiptoe.ddl;

/** Which rows an index knows. */
public enum Coverage {
  EVERY_ROW,
  /** All but those with NULL in one of its columns, so that it finds every row by its values. */
  ROWS_WITH_VALUES,
  SOME_ROWS
}
