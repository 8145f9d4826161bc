package dev.tiptoe.lint;

import java.util.Optional;

/** Squawk's rule names, for files whose suppressions were written for it. */
final class SquawkRules {

  private SquawkRules() {}

  /** Our rule for one of squawk's; empty if we have none that says the same. */
  static Optional<String> ours(String squawk) {
    return switch (squawk) {
      case "adding-required-field",
          "adding-field-with-default",
          "adding-serial-primary-key-field" ->
          Optional.of("add-not-null-column");
      case "adding-not-nullable-field" -> Optional.of("set-not-null");
      case "syntax-error" -> Optional.of("unreadable-statement");
      default -> Optional.empty();
    };
  }
}
