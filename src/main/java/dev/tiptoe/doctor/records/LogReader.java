package dev.tiptoe.doctor.records;

import dev.tiptoe.doctor.records.LogClues.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the words of Prisma's errors, as its versions from 2 to 7 write them, wherever in a
 * line they stand.
 */
final class LogReader {

  private static final String CODE = "Database error code: ";
  private static final String STARTED = "` migration started at ";
  private static final String STATEMENT = "Please check the query number ";
  private static final String SQLSTATE = "SqlState(E";
  private static final int SQLSTATE_LENGTH = 5;

  private static final String HEADING = "Database error:";

  /** Headings that stand above other things as well. */
  private static final List<String> VAGUE_HEADINGS =
      List.of("failed with the following logs:", "Error:");

  private static final int LONGEST_MESSAGE = 40;

  private final List<String> lines;
  private final Set<String> codes = new LinkedHashSet<>();
  private final Map<Optional<String>, Mention> mentions = new LinkedHashMap<>();
  private final Set<String> others = new LinkedHashSet<>();
  private Optional<DatabaseError> last = Optional.empty();
  private boolean isOfShadowDatabase;
  private Optional<String> current = Optional.empty();
  private Optional<String> code = Optional.empty();

  LogReader(String text) {
    this.lines = LogLine.lines(text);
  }

  LogClues read() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      readCodes(line);
      readName(line);
      after(line, STARTED).ifPresent(this::readStart);
      after(line, CODE).ifPresent(text -> code = Optional.of(firstWord(text)));
      after(line, SQLSTATE).ifPresent(this::readState);
      readHeading(i);
      after(line, STATEMENT).ifPresent(this::readStatement);
    }
    if (last.isEmpty()) {
      lines.forEach(this::readBare);
    }
    others.forEach(name -> mentions.remove(Optional.of(name)));
    return new LogClues(
        List.copyOf(codes), List.copyOf(mentions.values()), List.copyOf(others), last);
  }

  /** P and four digits, of which the first is 1 or 3; not as a part of a name. */
  private void readCodes(String line) {
    for (int at = line.indexOf('P'); at >= 0; at = line.indexOf('P', at + 1)) {
      int end = at + 1;
      while (end < line.length() && Character.isDigit(line.charAt(end))) {
        end++;
      }
      boolean isCode = end - at == 5 && (line.charAt(at + 1) == '1' || line.charAt(at + 1) == '3');
      if (isCode && !isWordPart(line, at - 1) && !isWordPart(line, end)) {
        codes.add(line.substring(at, end));
      }
    }
  }

  private static boolean isWordPart(String line, int at) {
    return at >= 0
        && at < line.length()
        && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_');
  }

  private void readName(String line) {
    if (line.contains("Error: P")) {
      isOfShadowDatabase = false;
    } else if (line.contains("failed to apply cleanly to")) {
      isOfShadowDatabase = true;
    }
    Optional<String> failed = MigrationName.failed(line);
    Optional<String> other = failed.isPresent() ? Optional.empty() : MigrationName.other(line);
    failed.or(() -> other).ifPresent(this::turnTo);
    if (isOfShadowDatabase) {
      failed.ifPresent(others::add);
    } else {
      failed.ifPresent(others::remove);
    }
    other.ifPresent(others::add);
  }

  private void turnTo(String name) {
    current = Optional.of(name);
    code = Optional.empty();
    mention();
  }

  private Mention mention() {
    return mentions.computeIfAbsent(
        current, name -> new Mention(name, Optional.empty(), Optional.empty()));
  }

  private void readStart(String text) {
    int end = text.indexOf(" failed");
    Mention mention = mention();
    WrittenTime.read(end < 0 ? text : text.substring(0, end))
        .ifPresent(
            time ->
                mentions.put(current, new Mention(current, Optional.of(time), mention.error())));
  }

  private void readHeading(int at) {
    String line = lines.get(at).stripTrailing();
    if (line.contains("Following migration") && line.endsWith(" failed:")) {
      message(at, line.indexOf("Following")).forEach(this::turnTo);
      return;
    }
    if (line.endsWith(HEADING)) {
      ErrorText.of(message(at, line.length() - HEADING.length()), code).ifPresent(this::put);
      return;
    }
    for (String heading : VAGUE_HEADINGS) {
      int start = line.length() - heading.length();
      if (current.isPresent()
          && error().isEmpty()
          && line.endsWith(heading)
          && !isWordPart(line, start - 1)) {
        ErrorText.of(message(at, start), code).ifPresent(this::put);
      }
    }
  }

  /** The lines below a heading. */
  private List<String> message(int heading, int offset) {
    int words = LogLine.wordsBefore(lines.get(heading), offset);
    List<String> message = new ArrayList<>();
    for (String below : lines.subList(heading + 1, lines.size())) {
      String line = LogLine.withoutWords(below, words);
      if (ErrorText.isEnd(line) || message.size() == LONGEST_MESSAGE) {
        break;
      }
      message.add(line);
    }
    return message;
  }

  private Optional<DatabaseError> error() {
    return Optional.ofNullable(mentions.get(current)).flatMap(Mention::error);
  }

  private void put(DatabaseError error) {
    last = Optional.of(error);
    mentions.put(current, new Mention(current, mention().started(), last));
  }

  private void readState(String text) {
    if (text.length() >= SQLSTATE_LENGTH) {
      String state = text.substring(0, SQLSTATE_LENGTH);
      error()
          .filter(error -> error.code().isEmpty())
          .ifPresent(e -> put(new DatabaseError(Optional.of(state), e.message(), e.statement())));
    }
  }

  private void readStatement(String text) {
    String number = firstWord(text);
    if (!number.isEmpty()
        && number.length() < 7
        && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      error()
          .ifPresent(
              e ->
                  put(
                      new DatabaseError(
                          e.code(), e.message(), Optional.of(Integer.parseInt(number)))));
    }
  }

  /** Early versions wrote the error without a heading. */
  private void readBare(String line) {
    for (String start : List.of("Error querying the database: ", "db error: ")) {
      int at = line.indexOf(start);
      if (at >= 0) {
        ErrorText.of(List.of(line.substring(at)), code).ifPresent(this::put);
        return;
      }
    }
  }

  private static Optional<String> after(String line, String words) {
    int at = line.indexOf(words);
    return at < 0 ? Optional.empty() : Optional.of(line.substring(at + words.length()));
  }

  private static String firstWord(String text) {
    String stripped = text.strip();
    int end = 0;
    while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
      end++;
    }
    return stripped.substring(0, end);
  }
}
