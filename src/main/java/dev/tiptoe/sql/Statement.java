package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a file and what it changes.
 *
 * @param span from its first token to its last, without the delimiter
 * @param delimiter the place of the {@code ;} or other delimiter that ends it; empty at the end of
 *     the statement if none does
 * @param separator the delimiter in force here, whether or not this statement has one
 * @param changes what it does itself; none if all that it does is to run others
 * @param course whether it runs when its file does
 * @param within the statement of the file that runs it, if it stands in a body of code or in a
 *     string
 * @param runs the statements that it runs, and those that they run, in their order
 */
public record Statement(
    Span span,
    Span delimiter,
    String separator,
    List<Change> changes,
    Course course,
    Optional<Span> within,
    List<Statement> runs)
    implements Located {

  public Statement {
    changes = List.copyOf(changes);
    runs = List.copyOf(runs);
  }

  /** Whether it stands in a body of code or in a string, where nothing is ever rewritten. */
  public boolean isNested() {
    return within.isPresent();
  }

  /** Whether some of what it does is not understood. */
  boolean isInTheDark() {
    return changes.stream().anyMatch(Change.Other.class::isInstance)
        || runs.stream().anyMatch(Statement::isInTheDark);
  }
}
