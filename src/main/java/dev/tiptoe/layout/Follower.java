package dev.tiptoe.layout;

import java.util.List;

/**
 * A migration that is to run right after another one.
 *
 * @param word for its name, such as {@code 2_fill}
 * @param comments whole lines that stand above the statements
 * @param statements without the semicolon that ends each; a routine has semicolons inside
 * @param down the statements of the way back
 */
public record Follower(
    String word, List<String> comments, List<String> statements, List<String> down, Unit unit) {

  public Follower {
    comments = List.copyOf(comments);
    statements = List.copyOf(statements);
    down = List.copyOf(down);
  }

  /** What commits together. */
  public enum Unit {
    /** Whatever the tool puts into one transaction. */
    AS_USUAL,
    /** The statements commit by themselves, so no transaction may be around them. */
    NO_TRANSACTION
  }
}
