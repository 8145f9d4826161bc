package dev.tiptoe.doctor.records;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in plain words what an error means; the names are those in the server's own words. */
final class CauseText {

  private final DatabaseError error;
  private final String message;

  CauseText(DatabaseError error) {
    this.error = error;
    this.message = error.message().lines().findFirst().orElse("").strip();
  }

  String sentence() {
    return switch (error.cause()) {
      case LOCK_TIMEOUT -> "a lock that it needs was not free in time";
      case CONFLICT -> "it was in another session's way, and the server ended it: " + message;
      case CANCELLED -> cancelled();
      case CONNECTION_LOST -> "the connection to the server was lost: " + message;
      case NULLS -> nulls();
      case DUPLICATES -> "rows share a value that " + unique() + " wants only once";
      case ORPHANS -> orphans();
      case CHECK_VIOLATED -> "rows do not meet the condition of " + check();
      case UNFIT_VALUE -> unfitValue();
      case ALREADY_THERE -> alreadyThere();
      case MISSING -> missing();
      case NO_RIGHTS -> "the database user may not do this: " + message;
      case READ_ONLY -> "the server takes no changes: " + message;
      case NOT_IN_TRANSACTION -> notInTransaction();
      case ERROR_LOST ->
          "the file has a transaction of its own in which an earlier statement failed, and nobody"
              + " kept its error";
      case SYNTAX -> "the server does not understand the SQL: " + message;
      case UNKNOWN -> "the server refused it: " + message;
    };
  }

  private String cancelled() {
    return message.contains("time")
        ? "a statement took longer than the server allows"
        : "somebody cancelled a statement";
  }

  private String nulls() {
    String column =
        named("column ", "Column ", "Field ")
            .map(name -> "the column " + name + named("relation ").map(t -> " of " + t).orElse(""))
            .orElse("a column that must have one");
    boolean isOneRow =
        message.contains("violates")
            || message.contains("cannot be null")
            || message.contains("default value");
    return isOneRow
        ? "a row would have no value for " + column
        : "rows that were there have no value for " + column;
  }

  private String unique() {
    return named("unique index ", "unique constraint ", "for key ", "exclusion constraint ")
        .orElse("a unique index");
  }

  private String orphans() {
    String key =
        named("foreign key constraint ", "CONSTRAINT ")
            .map(name -> "the foreign key " + name)
            .orElse("a foreign key");
    return message.startsWith("update or delete") || message.contains("parent row")
        ? "rows are still pointed to, by " + key
        : "rows point to rows that are not there, which " + key + " forbids";
  }

  private String check() {
    return named("check constraint ", "Check constraint ", "CONSTRAINT ")
        .map(name -> "the check " + name)
        .orElse("a check");
  }

  private String unfitValue() {
    String column =
        named("for column ", "in column ").map(name -> "the column " + name).orElse("a column");
    if (message.contains(": '0000-00-00")) {
      return "rows that were there would get a zero date in "
          + column
          + ", which the server refuses";
    }
    Optional<String> type = named("input value for enum ");
    int value = message.lastIndexOf(": ");
    if (type.isPresent() && value >= 0) {
      return "a row has the value "
          + message.substring(value + 2)
          + ", which the enum "
          + type.get()
          + " lacks";
    }
    return "a value does not fit " + column + ": " + message;
  }

  private String alreadyThere() {
    return before(" already exists")
        .or(() -> named("Duplicate column name ").map(name -> "the column " + name))
        .or(() -> named("Duplicate key name ").map(name -> "the index " + name))
        .or(() -> named("constraint name ").map(name -> "the constraint " + name))
        .map(what -> what + " is already there")
        .orElse("something is already there: " + message);
  }

  private String missing() {
    return before(" does not exist")
        .or(() -> before(" doesn't exist"))
        .or(() -> named("Unknown column ").map(name -> "the column " + name))
        .or(() -> named("Unknown table ").map(name -> "the table " + name))
        .or(() -> named("Can't DROP ", "Can't DROP COLUMN ", "Can't DROP INDEX "))
        .map(what -> what + " is not there")
        .orElse("something is not there: " + message);
  }

  private String notInTransaction() {
    Optional<String> value = named("new value ");
    if (value.isPresent()) {
      return "the new value %s of an enum cannot be used before it is committed"
          .formatted(value.get());
    }
    return before(" cannot ")
        .map(what -> what + " cannot run in a transaction, and the file was run in one")
        .orElse("the server refused it: " + message);
  }

  /** What stands before some words, with a small letter in front. */
  private Optional<String> before(String words) {
    int at = message.indexOf(words);
    boolean isSentence = at > 1 && Character.isLowerCase(message.charAt(1));
    return at < 1
        ? Optional.empty()
        : Optional.of(
            isSentence
                ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1, at)
                : message.substring(0, at));
  }

  /** The name behind the first of these words that has one, in its quotes. */
  private Optional<String> named(String... words) {
    return Stream.of(words).flatMap(word -> quotedAfter(word).stream()).findFirst();
  }

  private Optional<String> quotedAfter(String word) {
    int start = message.indexOf(word) + word.length();
    if (!message.contains(word) || start == message.length()) {
      return Optional.empty();
    }
    char quote = message.charAt(start);
    int end = "\"'`".indexOf(quote) < 0 ? -1 : message.indexOf(quote, start + 1);
    return end < 0 ? Optional.empty() : Optional.of(message.substring(start, end + 1));
  }
}
