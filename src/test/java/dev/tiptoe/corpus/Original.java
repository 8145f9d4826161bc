package dev.tiptoe.corpus;

import dev.tiptoe.servers.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a server did with a migration as it stands, on tables with rows, held against what is
 * claimed about it.
 *
 * @param error the first error, or an empty text
 * @param claimed whether that error was claimed
 * @param wrong what was claimed and did not happen, or happened and was not claimed
 * @param confirmed how many claims the server has confirmed
 */
record Original(String error, boolean claimed, List<String> wrong, int confirmed) {

  /**
   * Runs the statements one by one, and keeps what they did or takes it back.
   *
   * @param alone what is claimed of the file alone: rows that came after an earlier migration
   *     filled a column are more than the history can tell
   */
  static Original run(
      Database database,
      boolean keep,
      List<String> statements,
      List<Claim> claims,
      Set<Integer> filledEarlier)
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    int confirmed = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      connection.setAutoCommit(keep);
      for (int i = 0; i < statements.size(); i++) {
        Map<Claim, Long> danger = new LinkedHashMap<>();
        for (Claim claim : claims) {
          if (claim.statement() == i) {
            danger.put(claim, count(statement, claim.rowsInDanger()));
          }
        }
        Optional<SQLException> error = execute(statement, statements.get(i));
        if (error.isPresent()) {
          String code = code(error.get());
          String text = code + " " + error.get().getMessage().lines().findFirst().orElse("");
          int claimed = confirmed(danger.keySet(), code);
          if (claimed == 0 && !filledEarlier.contains(i) && isAboutNull(code, text)) {
            wrong.add("nothing claims that it fails: " + text);
          }
          return new Original(text, claimed > 0, wrong, confirmed + claimed);
        }
        confirmed += afterSuccess(danger, statement, wrong);
      }
    }
    return new Original("", false, wrong, confirmed);
  }

  private static int confirmed(Set<Claim> claims, String code) {
    return (int) claims.stream().filter(c -> c.fails() && c.code().equals(code)).count();
  }

  /** The same codes come from INSERT and from casts. */
  private static boolean isAboutNull(String code, String text) {
    return switch (code) {
      case "23502" -> text.contains("contains null values");
      case "1292" -> text.contains("0000-00-00");
      default -> code.equals("1138");
    };
  }

  private static int afterSuccess(
      Map<Claim, Long> danger, Statement statement, List<String> wrong) {
    int confirmed = 0;
    for (Map.Entry<Claim, Long> entry : danger.entrySet()) {
      Claim claim = entry.getKey();
      if (entry.getValue() == 0) {
        continue;
      }
      if (claim.fails()) {
        wrong.add("passes, and it is claimed that it fails: " + claim);
      } else if (claim.corrupts() && claim.written().isPresent()) {
        String wanted = claim.written().get();
        Set<String> found = values(statement, claim);
        if (found.size() != 1 || !same(wanted, found.iterator().next())) {
          wrong.add("writes " + found + " and not " + wanted + ": " + claim);
        } else {
          confirmed++;
        }
      } else {
        confirmed++;
      }
    }
    return confirmed;
  }

  private static boolean same(String wanted, String found) {
    if (wanted.equals("zero bytes")) {
      return found.chars().allMatch(c -> c == 0);
    }
    if (wanted.equals("the JSON value null")) {
      return found.equals("null");
    }
    return wanted.equals(found)
        || found.matches(Pattern.quote(wanted) + "[.:0]+")
        || (wanted.equals("0") && found.equals("\0"));
  }

  private static Set<String> values(Statement statement, Claim claim) {
    String sql =
        "SELECT DISTINCT CAST(" + claim.column().last() + " AS CHAR) FROM " + claim.table();
    Set<String> values = new TreeSet<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(String.valueOf(row.getString(1)));
      }
    } catch (SQLException e) {
      values.add(e.getMessage());
    }
    return values;
  }

  private static Optional<SQLException> execute(Statement statement, String sql) {
    try {
      boolean rows = statement.execute(sql);
      while (rows || statement.getUpdateCount() != -1) {
        rows = statement.getMoreResults();
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  private static long count(Statement statement, String sql) {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      return 0;
    }
  }

  private static String code(SQLException e) {
    return e.getErrorCode() == 0 ? String.valueOf(e.getSQLState()) : "" + e.getErrorCode();
  }
}
