package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.text.Span;
import java.util.List;

/** A change of rows. */
public sealed interface RowChange extends Change {

  /** INSERT, COPY or LOAD into a table. */
  record InsertRows(Name table, Span span) implements RowChange, OfTable {}

  /**
   * UPDATE.
   *
   * @param columns the columns to which it gives a value other than NULL
   * @param fromThemselves those of {@code columns} whose value is made of their old one, so that
   *     NULL mostly stays NULL
   * @param cleared the columns that it sets to NULL
   * @param nullColumns the columns of which it reaches every row that has NULL in them
   */
  record UpdateRows(
      Name table,
      List<Name> columns,
      List<Name> fromThemselves,
      List<Name> cleared,
      Extent extent,
      List<Name> nullColumns,
      Span span)
      implements RowChange, OfTable {}

  /**
   * DELETE.
   *
   * @param nullColumns the columns of which it takes every row that has NULL in them
   */
  record DeleteRows(Name table, Extent extent, List<Name> nullColumns, Span span)
      implements RowChange, OfTable {}

  /** TRUNCATE of one table; CASCADE empties those with foreign keys to it too. */
  record Truncate(Name table, DropBehavior behavior, Span span) implements RowChange, OfTable {}
}
