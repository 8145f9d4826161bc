package dev.tiptoe.doctor;

import java.math.BigDecimal;
import java.util.Optional;

/** The number that a file's name begins with, by which most tools record a migration. */
final class FileNumber {

  private FileNumber() {}

  /** The number as a parameter of a statement. */
  static BigDecimal of(String name) {
    return new BigDecimal(name.substring(0, digits(name)));
  }

  /** The migration of a number, however many zeros it is written with. */
  static Optional<MigrationText> find(MigrationFolder folder, BigDecimal number) {
    return folder.migrations().stream()
        .filter(migration -> of(migration.name()).compareTo(number) == 0)
        .findFirst();
  }

  static int digits(String name) {
    int count = 0;
    while (count < name.length() && name.charAt(count) >= '0' && name.charAt(count) <= '9') {
      count++;
    }
    return count;
  }
}
