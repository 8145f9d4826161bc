package dev.tiptoe.layout;

import dev.tiptoe.layout.Section.Way;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comments by which several tools mark the ways up and down in a file. */
final class Markers {

  private Markers() {}

  /** The sections of a file: what stands before any marker leads up. */
  static List<Section> sections(Script script, Wrapping wrapping) {
    List<Section> sections = new ArrayList<>();
    int start = 0;
    Way way = Way.UP;
    for (Span comment : script.comments()) {
      String marker = marker(script.file().text(comment));
      Way next = marker.equals("down") ? Way.DOWN : marker.equals("up") ? Way.UP : way;
      if (next != way) {
        sections.add(new Section(new Span(start, comment.start()), way, wrapping));
        start = comment.start();
        way = next;
      }
    }
    sections.add(new Section(new Span(start, script.file().text().length()), way, wrapping));
    return sections;
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
        return way.startsWith("down") ? "down" : way.startsWith("up") ? "up" : "";
      }
    }
    return switch (words) {
      case "down migration" -> "down";
      case "up migration" -> "up";
      default -> "";
    };
  }
}
