package dev.tiptoe.doctor.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a server's own words from what drivers and Prisma's versions have put around them. */
final class ErrorText {

  /** A driver of old versions names the SQLSTATE, then the number: {@code ERROR 42S02 (1146): }. */
  private static final String NUMBERED = "ERROR ";

  private static final List<String> WRAPPINGS =
      List.of(
          "Error querying the database: ", "db error: ", "Server error: ", "ERROR: ", "FATAL: ");

  private static final List<String> INTRODUCTIONS =
      List.of("Database error", "A migration failed to apply. ");

  /** What follows the words of the server. */
  private static final List<String> ENDS =
      List.of("DbError {", "Position:", "Please check the query number ");

  private ErrorText() {}

  /** The error; nothing if the lines hold only wrappings. */
  static Optional<DatabaseError> of(List<String> lines, Optional<String> code) {
    List<String> words = new ArrayList<>();
    for (String line : lines) {
      String text = unwrapped(line);
      if (!text.isEmpty() && INTRODUCTIONS.stream().noneMatch(text::startsWith)) {
        words.add(text);
      }
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String message = String.join("\n", words);
    Optional<String> number = code.or(() -> numberIn(message));
    return Optional.of(new DatabaseError(number, withoutNumber(message), Optional.empty()));
  }

  /** Whether a line, already without what collectors of logs add, is no part of the message. */
  static boolean isEnd(String line) {
    return line.isEmpty() || ENDS.stream().anyMatch(line::startsWith) || isTrace(line);
  }

  /** Such as {@code 0: sql_schema_connector::apply_migration::apply_script}. */
  private static boolean isTrace(String line) {
    int colon = line.indexOf(": ");
    return colon > 0
        && line.substring(0, colon).chars().allMatch(Character::isDigit)
        && line.contains("::");
  }

  private static String unwrapped(String line) {
    for (String wrapping : WRAPPINGS) {
      if (line.startsWith(wrapping)) {
        return unwrapped(line.substring(wrapping.length()));
      }
    }
    return line.strip();
  }

  private static Optional<String> numberIn(String message) {
    int open = message.indexOf('(');
    int close = message.indexOf("): ");
    return isNumbered(message) && 0 < open && open < close
        ? Optional.of(message.substring(open + 1, close))
        : Optional.empty();
  }

  private static String withoutNumber(String message) {
    int close = message.indexOf("): ");
    if (!isNumbered(message) || close < 0) {
      return message;
    }
    int end = message.endsWith("'") ? message.length() - 1 : message.length();
    return message.substring(Math.min(close + 3, end), end);
  }

  private static boolean isNumbered(String message) {
    return message.startsWith(NUMBERED) || message.startsWith("`" + NUMBERED);
  }
}
