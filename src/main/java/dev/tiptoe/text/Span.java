package dev.tiptoe.text;

/** A half-open stretch of a text, in UTF-16 offsets; the only currency for places. */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The empty span at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean covers(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The text of this stretch. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
