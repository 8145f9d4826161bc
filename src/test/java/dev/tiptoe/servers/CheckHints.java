package dev.tiptoe.servers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses from a table's CHECKs which values they may let through. */
final class CheckHints {

  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(?![\\w.])");
  private static final int LONGEST = 10_000;

  private final FillTable table;
  private final Literals literals;

  CheckHints(FillTable table, Literals literals) {
    this.table = table;
    this.literals = literals;
  }

  /** Returns literals that the CHECKs about this column mention or that sit at their limits. */
  List<String> of(FillColumn column) {
    List<String> hints = new ArrayList<>();
    for (FillTable.Check check : table.checks()) {
      if (check.columns().contains(column.name())) {
        hints.addAll(of(column, check.text()));
      }
    }
    return hints.stream().distinct().toList();
  }

  private List<String> of(FillColumn column, String check) {
    return switch (literals.shape(column)) {
      case TEXT -> check.contains("json_valid") ? json() : texts(check);
      case NUMBER -> numbers(check);
      case OTHER -> List.of();
    };
  }

  private List<String> json() {
    return List.of(literals.quote("{\"a\": 1}"), literals.quote("[]"), literals.quote("{}"));
  }

  private List<String> texts(String check) {
    List<String> hints = new ArrayList<>();
    for (Matcher text = TEXT.matcher(check); text.find(); ) {
      hints.add(literals.quote(text.group(1).replace("''", "'")));
    }
    for (BigDecimal number : mentioned(check)) {
      int length = number.intValue();
      if (length > 0 && length <= LONGEST) {
        hints.add(literals.quote("a".repeat(length)));
      }
    }
    return hints;
  }

  private static List<String> numbers(String check) {
    List<String> hints = new ArrayList<>();
    for (BigDecimal number : mentioned(check)) {
      hints.add(number.toPlainString());
      hints.add(number.add(BigDecimal.ONE).toPlainString());
      hints.add(number.subtract(BigDecimal.ONE).toPlainString());
    }
    return hints;
  }

  private static List<BigDecimal> mentioned(String check) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Matcher number = NUMBER.matcher(TEXT.matcher(check).replaceAll("''")); number.find(); ) {
      numbers.add(new BigDecimal(number.group()));
    }
    return numbers;
  }
}
