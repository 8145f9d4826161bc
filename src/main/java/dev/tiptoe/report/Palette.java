package dev.tiptoe.report;

import dev.tiptoe.lint.Severity;

/** Whether a report is coloured, and how. */
public enum Palette {
  PLAIN,
  COLORED;

  /** The parts of a report that stand out. */
  enum Style {
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    FIX("32"),
    PLACE("1"),
    GUTTER("34");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    static Style of(Severity severity) {
      return switch (severity) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case NOTE -> NOTE;
      };
    }
  }

  String paint(Style style, String text) {
    return this == PLAIN ? text : "\u001B[" + style.code + "m" + text + "\u001B[0m";
  }
}
