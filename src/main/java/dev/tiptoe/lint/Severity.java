package dev.tiptoe.lint;

import java.util.Locale;

/** How much a finding matters, from the least on. */
public enum Severity {
  /** For the reader. */
  NOTE,
  /** Should be looked at. */
  WARNING,
  /** Blocks a merge. */
  ERROR;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
