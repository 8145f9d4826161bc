package dev.tiptoe.layout;

import dev.tiptoe.layout.Section.Way;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The comments by which several tools mark the parts of a file. */
final class Markers {

  /** What a marker says of the part that it opens. */
  record Part(Way way, Wrapping wrapping) {}

  private Markers() {}

  /**
   * The sections of a file; what stands before any marker leads up.
   *
   * @param part what a comment opens; empty if it is no marker
   */
  static List<Section> sections(
      Script script, Wrapping first, Function<String, Optional<Part>> part) {
    List<Section> sections = new ArrayList<>();
    int start = 0;
    Part open = new Part(Way.UP, first);
    for (Span comment : script.comments()) {
      Optional<Part> next = part.apply(script.file().text(comment));
      if (next.isPresent() && startsLine(script, comment)) {
        if (comment.start() > start) {
          Span above = new Span(start, comment.start());
          sections.add(new Section(above, open.way(), open.wrapping()));
        }
        start = comment.start();
        open = next.get();
      }
    }
    Span last = new Span(start, script.file().text().length());
    sections.add(new Section(last, open.way(), open.wrapping()));
    return sections;
  }

  /** The words of a line comment in lower case, with single blanks; empty for other comments. */
  static String words(String comment) {
    return comment.startsWith("--")
        ? Head.words(comment.substring(2).toLowerCase(Locale.ROOT))
        : "";
  }

  /** Whether any line comment begins with these words, which are in lower case. */
  static boolean has(Script script, String words) {
    return script.comments().stream()
        .anyMatch(comment -> words(script.file().text(comment)).startsWith(words));
  }

  /** The way that words such as {@code up} or {@code down transaction:false} open. */
  static Optional<Way> way(String words, String prefix) {
    if (!words.startsWith(prefix)) {
      return Optional.empty();
    }
    String way = words.substring(prefix.length()).strip();
    if (way.equals("up") || way.startsWith("up ")) {
      return Optional.of(Way.UP);
    }
    return way.equals("down") || way.startsWith("down ") ? Optional.of(Way.DOWN) : Optional.empty();
  }

  private static boolean startsLine(Script script, Span comment) {
    int line = script.file().lineSpan(comment.start()).start();
    return SourceFile.isBlank(script.file().text(new Span(line, comment.start())));
  }
}
