package dev.tiptoe.db;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** The values of one row by the names of their columns, in whatever letter case. */
public final class Row {

  private final Map<String, Optional<String>> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Instant> times = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Row() {}

  static List<Row> all(ResultSet result) throws SQLException {
    List<Row> rows = new ArrayList<>();
    ResultSetMetaData columns = result.getMetaData();
    while (result.next()) {
      Row row = new Row();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String label = columns.getColumnLabel(i);
        row.texts.put(label, Optional.ofNullable(result.getString(i)));
        if (columns.getColumnType(i) == Types.TIMESTAMP) {
          time(result, i, columns.getColumnTypeName(i))
              .ifPresent(time -> row.times.put(label, time));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static Optional<Instant> time(ResultSet result, int column, String type)
      throws SQLException {
    return type.equals("timestamptz")
        ? Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
        : Optional.ofNullable(result.getObject(column, LocalDateTime.class))
            .map(local -> local.toInstant(ZoneOffset.UTC));
  }

  /** The value as text; it is an error if it is NULL. */
  public String text(String column) {
    return find(column).orElseThrow(() -> new NoSuchElementException(column + " is NULL"));
  }

  /** The value as text; empty if it is NULL. */
  public Optional<String> find(String column) {
    Optional<String> text = texts.get(column);
    if (text == null) {
      throw new NoSuchElementException("there is no column " + column);
    }
    return text;
  }

  public long number(String column) {
    return Long.parseLong(text(column));
  }

  /** The point in time; empty if it is NULL. What is stored without a time zone counts as UTC. */
  public Optional<Instant> time(String column) {
    return find(column).map(text -> times.get(column));
  }

  /** Its values for people, each with its column. */
  @Override
  public String toString() {
    List<String> values = new ArrayList<>();
    texts.forEach((column, text) -> values.add(column + " " + text.orElse("NULL")));
    return String.join(", ", values);
  }
}
