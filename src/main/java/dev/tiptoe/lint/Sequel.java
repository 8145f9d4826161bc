package dev.tiptoe.lint;

import java.util.List;
import java.util.Optional;

/**
 * A statement that a fix leaves to a later migration.
 *
 * @param purpose what its step is for, as it goes on behind "Step 2 of 5: "
 * @param notes whole lines of comment that belong above it
 * @param sql without the semicolon that ends it
 * @param block the routine that it must stand in, where it then ends with its own semicolon
 * @param down what takes it back; empty if nothing has to
 */
public record Sequel(
    Stage stage,
    String purpose,
    List<String> notes,
    String sql,
    Optional<Block> block,
    Optional<String> down) {

  public Sequel {
    notes = List.copyOf(notes);
  }

  /** A statement on its own, with nothing to take back. */
  public Sequel(Stage stage, String purpose, String sql) {
    this(stage, purpose, List.of(), sql, Optional.empty(), Optional.empty());
  }

  public Sequel withNotes(List<String> newNotes) {
    return new Sequel(stage, purpose, newNotes, sql, block, down);
  }

  public Sequel withDown(String newDown) {
    return new Sequel(stage, purpose, notes, sql, block, Optional.of(newDown));
  }

  /** The steps after the first, in their order; each is one migration for the whole file. */
  public enum Stage {
    FILL("fill"),
    REFUSE("refuse_null"),
    VALIDATE("validate"),
    REQUIRE("require");

    private final String word;

    Stage(String word) {
      this.word = word;
    }

    /** The word for the migration's name. */
    String word() {
      return word;
    }
  }

  /**
   * A routine that commits as it goes, so that it must run in no transaction.
   *
   * @param before statements that make way for it
   * @param opening its lines down to BEGIN
   * @param closing its END and what follows
   * @param after statements that run it and clean up
   */
  public record Block(List<String> before, String opening, String closing, List<String> after) {

    public Block {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }
}
