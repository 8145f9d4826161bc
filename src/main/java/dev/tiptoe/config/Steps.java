package dev.tiptoe.config;

import java.util.Locale;

/** Where the steps of a rewritten change go. */
public enum Steps {
  /** One after the other into the migration itself. */
  INLINE,
  /** Each into a migration of its own. */
  SPLIT;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
