package dev.tiptoe.lint;

import java.util.Locale;

/** What goes wrong. */
public enum Hazard {
  /** The migration stops. */
  FAILS,
  /** Data are silently wrong. */
  CORRUPTS,
  /** Reads or writes wait. */
  BLOCKS,
  /** The version of the application that still runs fails. */
  BREAKS,
  /** Data are gone. */
  LOSES,
  /** The migration history is at odds with itself. */
  HISTORY,
  /** Tiptoe could not do its work. */
  UNCHECKED,
  STYLE,
  /** Nothing goes wrong; it is said for the reader. */
  NONE;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
