package dev.tiptoe.doctor;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Flyway reads in the name of a file such as {@code V1_2__add_status.sql}.
 *
 * @param version as Flyway writes it, such as 1.2; empty for a repeatable migration
 */
record FlywayName(Optional<String> version, String description) {

  private static final String SQL = ".sql";

  static FlywayName of(String file) {
    int separator = Math.max(1, file.indexOf("__"));
    String version = file.substring(1, separator).replace('_', '.');
    String title = file.substring(Math.min(file.length(), separator + 2)).replace('_', ' ');
    return new FlywayName(
        Optional.of(version).filter(v -> !v.isEmpty()),
        title.toLowerCase(Locale.ROOT).endsWith(SQL)
            ? title.substring(0, title.length() - SQL.length())
            : title);
  }

  /** Whether both have versions, and this one is the later. */
  boolean isAfter(FlywayName other) {
    if (version.isEmpty() || other.version.isEmpty()) {
      return false;
    }
    List<BigInteger> these = numbers(version.get());
    List<BigInteger> those = numbers(other.version.get());
    for (int i = 0; i < Math.max(these.size(), those.size()); i++) {
      int order = at(these, i).compareTo(at(those, i));
      if (order != 0) {
        return order > 0;
      }
    }
    return false;
  }

  private static List<BigInteger> numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+"))
        .filter(number -> !number.isEmpty())
        .map(BigInteger::new)
        .toList();
  }

  private static BigInteger at(List<BigInteger> numbers, int index) {
    return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
  }
}
