package dev.tiptoe.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people; what was not measured is a dash. */
final class Numbers {

  private Numbers() {}

  /** 1,234 */
  static String whole(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.0f", value);
  }

  /** Two digits that mean something: 0.0031, 1.7, 24 */
  static String ratio(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(value < 100 ? 2 : 3)).toPlainString()
        : "-";
  }

  /** A power of ten: 0.1 ms, 100 ms, 1 s */
  static String duration(double millis) {
    return millis < 1
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : millis < 1000 ? whole(millis) + " ms" : whole(millis / 1000) + " s";
  }
}
