package dev.tiptoe.text;

/** Something that stands at a place in a file. */
public interface Located {
  Span span();
}
