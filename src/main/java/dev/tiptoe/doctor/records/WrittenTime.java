package dev.tiptoe.doctor.records;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Times as servers, their clients and Prisma write them. */
final class WrittenTime {

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][ ]HH:mm:ss")
          .optionalStart()
          .appendFraction(NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[ ][XXX][XX][X]['UTC']")
          .toFormatter(Locale.ROOT);

  /** Milliseconds since 1970 have 13 digits from 2001 to 2286. */
  private static final int MILLISECOND_DIGITS = 13;

  private WrittenTime() {}

  /** The moment; without a zone it is in UTC, as Prisma stores it. */
  static Optional<Instant> read(String text) {
    String time = text.strip();
    try {
      if (time.length() == MILLISECOND_DIGITS && time.chars().allMatch(WrittenTime::isDigit)) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(time)));
      }
      TemporalAccessor read = FORM.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          read instanceof OffsetDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(read).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
