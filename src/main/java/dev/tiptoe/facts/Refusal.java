package dev.tiptoe.facts;

/** Says in words why a server refuses a statement. */
final class Refusal {

  private Refusal() {}

  static Outcome of(Effect effect) {
    String code = effect.error().orElseThrow();
    String text = "refuses it with error " + code + meaning(code);
    return effect.onRowsOnly()
        ? Outcome.fails(text + " as soon as the table holds a row")
        : Outcome.failsAlways(text);
  }

  /** What the server's message says, for codes that need it. */
  private static String meaning(String code) {
    return switch (code) {
      case "23502" -> " (contains null values)";
      case "42601", "1064" -> " (syntax error)";
      case "1062" -> " (duplicate entry)";
      case "1067" -> " (invalid default value)";
      case "1101" -> ": such a column takes no literal default";
      case "1138" -> " (invalid use of NULL value)";
      case "1292" -> " (incorrect value: a zero date)";
      case "1674" ->
          ", because the default differs from row to row (unless binlog_format is STATEMENT)";
      default -> "";
    };
  }
}
