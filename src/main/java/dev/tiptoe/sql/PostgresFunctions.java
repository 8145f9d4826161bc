package dev.tiptoe.sql;

import dev.tiptoe.ddl.Volatility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The volatility of PostgreSQL's own functions and of two extensions', as the servers' catalogues
 * tell it; no operator, cast or literal is volatile.
 *
 * <p>A line of the table is {@code 14..18 pg_catalog volatile random timeofday}: servers, where the
 * functions are, what they are, their names. It is written by a test.
 */
final class PostgresFunctions {

  static final String TABLE = "postgresql-functions.txt";

  private static final String CATALOG = "pg_catalog";

  /** What the grammar knows and pg_proc does not: one value if what stands inside is. */
  private static final Set<String> GRAMMAR =
      Set.of(
          "cast",
          "coalesce",
          "current_catalog",
          "current_date",
          "current_role",
          "current_time",
          "current_timestamp",
          "greatest",
          "least",
          "localtime",
          "localtimestamp",
          "nullif",
          "trim",
          "user");

  private static final Map<String, List<Row>> ROWS = read();

  /** Where and in which versions a name means a function of this kind. */
  private record Row(int first, int last, String home, Volatility volatility) {
    boolean covers(int version) {
      return first <= version && version <= last;
    }
  }

  private PostgresFunctions() {}

  /**
   * The volatility of a function, in lower case and without quotes. Empty if it is none of these,
   * so that it is a user's own.
   *
   * @param schema as it was written; empty if none was
   */
  static Optional<Volatility> volatility(String schema, String name, Version version) {
    boolean inCatalog = schema.isEmpty() || schema.equals(CATALOG);
    if (inCatalog && GRAMMAR.contains(name)) {
      return Optional.of(Volatility.STABLE);
    }
    int server = nearest(version);
    return ROWS.getOrDefault(name, List.of()).stream()
        .filter(row -> row.covers(server))
        // An extension may be in any schema.
        .filter(row -> row.home().equals(CATALOG) ? inCatalog : !schema.equals(CATALOG))
        .map(Row::volatility)
        .findFirst();
  }

  /** The server whose catalogue speaks for a version: 14, 16 and 18 were read. */
  private static int nearest(Version version) {
    return version.major() < 16 ? 14 : version.major() < 18 ? 16 : 18;
  }

  private static Map<String, List<Row>> read() {
    try (InputStream in = PostgresFunctions.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("no table " + TABLE);
      }
      Map<String, List<Row>> rows = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> read(line.split(" ", -1), rows));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(String[] words, Map<String, List<Row>> rows) {
    int dots = words[0].indexOf("..");
    Row row =
        new Row(
            Integer.parseInt(words[0].substring(0, dots)),
            Integer.parseInt(words[0].substring(dots + 2)),
            words[1],
            words[2].equals("volatile") ? Volatility.VOLATILE : Volatility.STABLE);
    for (int i = 3; i < words.length; i++) {
      rows.computeIfAbsent(words[i], n -> new ArrayList<>()).add(row);
    }
  }
}
