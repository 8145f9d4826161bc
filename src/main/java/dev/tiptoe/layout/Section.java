package dev.tiptoe.layout;

import dev.tiptoe.text.Span;

/** A part of a file that the tool runs in one way. */
public record Section(Span span, Way way, Wrapping wrapping) {

  /** Which way a part leads. */
  public enum Way {
    UP,
    DOWN
  }
}
