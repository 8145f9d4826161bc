package dev.tiptoe.ddl;

import dev.tiptoe.text.Span;
import java.util.List;

/**
 * What a statement does to the session that later statements run in, or leaves to code that is not
 * looked into.
 */
public sealed interface SessionChange extends Change {

  /**
   * A call whose effects are those of the routine's body.
   *
   * @param texts the arguments that are string literals, as they were written
   */
  record CallRoutine(Name routine, List<String> texts, Span span) implements SessionChange {}

  /** Text put aside that an EXECUTE may run later: PREPARE, or a variable of the user's own. */
  record KeepText(Span span) implements SessionChange {}

  /** BEGIN, COMMIT, ROLLBACK. */
  record Transaction(Step step, Span span) implements SessionChange {
    /** What it does to the open transaction. */
    public enum Step {
      BEGIN,
      COMMIT,
      ROLLBACK
    }
  }

  /** SET of a session variable, such as search_path or sql_mode. */
  record SetVariable(String variable, String value, Span span) implements SessionChange {}

  /** USE of another MySQL database. */
  record UseDatabase(Name database, Span span) implements SessionChange {}
}
