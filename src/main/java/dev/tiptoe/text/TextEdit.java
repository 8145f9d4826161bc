package dev.tiptoe.text;

/** The replacement of one stretch of a text; an insertion replaces an empty stretch. */
public record TextEdit(Span span, String text) {

  public static TextEdit insert(int offset, String text) {
    return new TextEdit(Span.at(offset), text);
  }

  public static TextEdit delete(Span span) {
    return new TextEdit(span, "");
  }

  public static TextEdit replace(Span span, String text) {
    return new TextEdit(span, text);
  }
}
