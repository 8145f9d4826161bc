package dev.tiptoe.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Edits to one text that do not touch each other; a group of edits goes in whole or not at all.
 * Insertions at one place are no conflict: they follow each other in the order in which they came.
 */
public final class EditPlan {

  private final TreeMap<Integer, TextEdit> edits = new TreeMap<>();

  /**
   * Takes all of {@code group}, or none of it and answers false if one would touch an edit taken
   * earlier.
   */
  public boolean add(Collection<TextEdit> group) {
    TreeMap<Integer, TextEdit> accepted = new TreeMap<>();
    for (TextEdit edit : group) {
      if (collides(edits, edit) || collides(accepted, edit)) {
        return false;
      }
      accepted.merge(edit.span().start(), edit, EditPlan::join);
    }
    accepted.forEach((start, edit) -> edits.merge(start, edit, EditPlan::join));
    return true;
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The edits, by place. */
  public List<TextEdit> edits() {
    return List.copyOf(edits.values());
  }

  /** The text after all edits; every character outside them stays. */
  public String applyTo(String text) {
    StringBuilder result = new StringBuilder(text.length() + 64 * edits.size());
    int copied = 0;
    for (TextEdit edit : edits.values()) {
      result.append(text, copied, edit.span().start()).append(edit.text());
      copied = edit.span().end();
    }
    return result.append(text, copied, text.length()).toString();
  }

  private static TextEdit join(TextEdit first, TextEdit second) {
    return new TextEdit(first.span(), first.text() + second.text());
  }

  private static boolean collides(NavigableMap<Integer, TextEdit> taken, TextEdit edit) {
    Map.Entry<Integer, TextEdit> before = taken.floorEntry(edit.span().start());
    if (before != null) {
      boolean insertions = before.getValue().span().isEmpty() && edit.span().isEmpty();
      if (before.getKey() == edit.span().start() && !insertions) {
        return true;
      }
      if (before.getValue().span().end() > edit.span().start()) {
        return true;
      }
    }
    Map.Entry<Integer, TextEdit> after = taken.ceilingEntry(edit.span().start());
    return after != null && after.getKey() < edit.span().end();
  }
}
