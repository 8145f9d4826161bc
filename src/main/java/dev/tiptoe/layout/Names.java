package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import java.util.Locale;
import java.util.Optional;

/** File names of the form that most tools share: a version, an underscore, a description. */
final class Names {

  private Names() {}

  /** How many characters at the start of {@code text} are decimal digits. */
  static int digits(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(count) >= '0' && text.charAt(count) <= '9') {
      count++;
    }
    return count;
  }

  /** Whether a file is SQL by its name. */
  static boolean isSql(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  /** Whether a folder is named after a version, such as {@code v1.10} or {@code 003}. */
  static boolean isVersion(String folder) {
    String number = folder.startsWith("v") ? folder.substring(1) : folder;
    return digits(number) > 0 && number.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  /** A text whose natural order has numbers by their value: {@code V2} comes before {@code V10}. */
  static String byNumbers(String name) {
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (at < name.length()) {
      int digits = digits(name.substring(at));
      if (digits == 0) {
        key.append(name.charAt(at++));
      } else {
        String number = Order.withoutLeadingZeros(name.substring(at, at + digits));
        key.append('0').append((char) number.length()).append(number);
        at += digits;
      }
    }
    return key.toString();
  }

  /** The folder of a file of this name, where each migration has a folder of its own. */
  static Optional<String> folder(String path, String file) {
    int slash = path.indexOf('/');
    return slash >= 0 && path.substring(slash + 1).equals(file)
        ? Optional.of(path.substring(0, slash))
        : Optional.empty();
  }

  /** Which way a file leads whose name ends in {@code .up.sql} or {@code .down.sql}, or neither. */
  static Kind kind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("down.sql") || lower.endsWith(".down.sql") ? Kind.DOWN : Kind.VERSIONED;
  }

  /** A numbered file with an underscore between the number and the description. */
  static Optional<Migration> numberedAndDescribed(String path) {
    return path.startsWith("_", digits(path)) ? numbered(path) : Optional.empty();
  }

  /** Such a file that leads up or down, and says which in its name. */
  static Optional<Migration> upOrDown(String path) {
    return path.endsWith(".up.sql") || path.endsWith(".down.sql")
        ? numberedAndDescribed(path)
        : Optional.empty();
  }

  /** A file right in the folder whose name begins with the number by which the tool orders it. */
  static Optional<Migration> numbered(String path) {
    int digits = digits(path);
    if (digits == 0 || path.indexOf('/') >= 0 || !isSql(path)) {
      return Optional.empty();
    }
    String version = path.substring(0, digits);
    return Optional.of(new Migration(path, kind(path), Order.byNumbers(version, path), path));
  }
}
