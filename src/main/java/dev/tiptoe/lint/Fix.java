package dev.tiptoe.lint;

import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Locale;

/**
 * Edits that mend a finding; they go in together or not at all. Findings may share one.
 *
 * @param sequels what is left to later migrations
 */
public record Fix(String title, Safety safety, List<TextEdit> edits, List<Sequel> sequels) {

  public Fix {
    edits = List.copyOf(edits);
    sequels = List.copyOf(sequels);
  }

  /** A fix within the file. */
  public Fix(String title, Safety safety, List<TextEdit> edits) {
    this(title, safety, edits, List.of());
  }

  /** How far a fix can be trusted. */
  public enum Safety {
    /** The same final schema, and no new way to fail. */
    SAFE,
    /** The same, but a value in it was chosen by us. */
    NEEDS_REVIEW;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
