package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.rewrite.ColumnSteps.Placement;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Optional;

/** The comments that go into a rewritten file. */
final class Comments {

  /** By this a file shows that the steps have been explained in it. */
  private static final String MARK = "-- Step 1";

  /** By this a file shows that it says what its steps cost. */
  private static final String PROMISE = "-- These steps work on a table with rows. ";

  private Comments() {}

  /** Whether the file says itself what its steps cost. */
  static boolean promise(SourceFile file) {
    return file.text().contains(PROMISE);
  }

  /** Whether the steps have not been explained in the file yet; once is enough. */
  static boolean isFirst(Context ctx) {
    return new StatementWriter(ctx).hasLineAbove()
        && ctx.isFirst("steps")
        && !ctx.file().text().contains(MARK);
  }

  /** Above an ADD COLUMN whose other steps are migrations of their own. */
  static String addFirst(List<ColumnSteps> columns) {
    return MARK + ":" + add(columns, "") + " The migrations after this one do the rest.";
  }

  /** Where an existing column is made NOT NULL in migrations of its own. */
  static String fillFirst(boolean inBatches) {
    return MARK
        + (inBatches
            ? ": nothing here. The migrations after this one fill the column and make it NOT NULL."
            : ": fill what is NULL. The migrations after this one make it NOT NULL.");
  }

  /** What the steps in one file promise, and what they do not. */
  static String promise(Context ctx) {
    return PROMISE
        + (ctx.target().dialect().isMySqlLike()
            ? "Each takes its own lock."
            : "In one transaction it stays locked until the last is done.");
  }

  static String add(List<ColumnSteps> columns, int steps) {
    return MARK + " of " + steps + ":" + add(columns, " and those inserted meanwhile");
  }

  private static String add(List<ColumnSteps> columns, String others) {
    boolean one = columns.size() == 1;
    boolean filled = columns.stream().allMatch(c -> c.placement() == Placement.IN_ADD);
    return (one ? " add the column as nullable." : " add the columns as nullable.")
        + (filled
            ? (one ? " Its default fills" : " Their defaults fill")
                + " the rows there are"
                + others
                + "."
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
