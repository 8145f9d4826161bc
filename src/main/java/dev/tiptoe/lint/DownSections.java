package dev.tiptoe.lint;

import dev.tiptoe.sql.Script;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of a file that take a migration back; nothing in them is judged or changed. */
final class DownSections {

  private final List<Span> sections = new ArrayList<>();

  DownSections(Script script) {
    int start = -1;
    for (Span comment : script.comments()) {
      String marker = marker(script.file().text(comment));
      if (marker.endsWith(" down") && start < 0) {
        start = comment.start();
      } else if (marker.endsWith(" up") && start >= 0) {
        sections.add(new Span(start, comment.start()));
        start = -1;
      }
    }
    if (start >= 0) {
      sections.add(new Span(start, script.file().text().length()));
    }
  }

  boolean cover(Span statement) {
    for (Span section : sections) {
      if (section.covers(statement)) {
        return true;
      }
    }
    return false;
  }

  /**
   * goose, sql-migrate, dbmate and node-pg-migrate mark the ways up and down in a comment; others
   * give an empty word.
   */
  private static String marker(String comment) {
    if (!comment.startsWith("--")) {
      return "";
    }
    String words = comment.substring(2).strip().toLowerCase(Locale.ROOT);
    for (String tool : List.of("+goose", "+migrate", "migrate:")) {
      if (words.startsWith(tool)) {
        String way = words.substring(tool.length()).strip();
        return way.startsWith("down") ? " down" : way.startsWith("up") ? " up" : "";
      }
    }
    return switch (words) {
      case "down migration" -> " down";
      case "up migration" -> " up";
      default -> "";
    };
  }
}
