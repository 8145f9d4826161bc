package dev.tiptoe.lint;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;

/** A place that a template leaves open, as it was written. */
public record Placeholder(String text, Span span) implements Located {}
