package dev.tiptoe.report;

import dev.tiptoe.report.Palette.Style;
import java.util.function.UnaryOperator;

/**
 * What the place that a report goes to can show.
 *
 * @param width in cells
 * @param pages the address behind the id of a rule; empty where no address can be put behind words
 */
public record Display(Palette palette, int width, UnaryOperator<String> pages) {

  /** The usual width. */
  public static final int WIDTH = 100;

  /** What a file shows. */
  public static final Display PLAIN = new Display(Palette.PLAIN, WIDTH, rule -> "");

  private static final String LINK = "\u001B]8;;";
  private static final String END = "\u001B\\";

  String paint(Style style, String text) {
    return palette.paint(style, text);
  }

  /** The id of a rule, with its page behind it where that can be. */
  String rule(String id) {
    String address = pages.apply(id);
    return address.isEmpty() ? id : LINK + address + END + id + LINK + END;
  }
}
