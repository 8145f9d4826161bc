package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.rewrite.ColumnSteps.Placement;
import java.util.List;
import java.util.Optional;

/** The comments that go into a rewritten file. */
final class Comments {

  /** By this a file shows that the steps have been explained in it. */
  static final String MARK = "Step 1 of ";

  private Comments() {}

  static String add(List<ColumnSteps> columns, int steps) {
    boolean one = columns.size() == 1;
    boolean filled = columns.stream().allMatch(c -> c.placement() == Placement.IN_ADD);
    return "-- "
        + MARK
        + steps
        + ":"
        + (one ? " add the column as nullable." : " add the columns as nullable.")
        + (filled
            ? (one ? " Its default fills" : " Their defaults fill")
                + " the rows there are and those inserted meanwhile."
            : "");
  }

  static String fill() {
    return "-- Step 2 of 3: fill what is still NULL.";
  }

  static String require(List<ColumnSteps> columns, int steps) {
    return "-- Step "
        + steps
        + " of "
        + steps
        + ": make "
        + (columns.size() == 1 ? "it" : "them")
        + " NOT NULL"
        + (columns.stream().anyMatch(ColumnSteps::dropsDefault)
            ? ", without the default that only helped along."
            : ".");
  }

  static String review(Backfill.Value value, Name column, Optional<Name> dropped) {
    return "-- tiptoe:review "
        + onOneLine(value.expression().sql(), "the value below")
        + " for "
        + onOneLine(column.last(), "a column")
        + " is a guess"
        + dropped
            .map(
                d ->
                    " (if the column replaces "
                        + onOneLine(d.last(), "another")
                        + ", copy that instead)")
            .orElse("")
        + ". Write the right value wherever it stands, then delete this line.";
  }

  /** A comment ends where its line ends, so what has several lines is only pointed at. */
  private static String onOneLine(String sql, String otherwise) {
    return sql.indexOf('\n') < 0 && sql.indexOf('\r') < 0 ? sql : otherwise;
  }
}
