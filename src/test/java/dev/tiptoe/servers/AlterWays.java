package dev.tiptoe.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which MySQL or MariaDB can be told to run a statement that alters a table.
 *
 * @param head the statement up to where a way can be said; empty if it takes none
 * @param table the one to be altered; empty if it takes none
 */
record AlterWays(String sql, String head, String table, boolean isIndex, boolean isMariadb) {

  /** An algorithm and the lock beside it; empty what is not said. */
  record Way(String algorithm, String lock) {}

  private static final String NAME = "(?:(?:`[^`]+`|[\\w$]+)\\s*\\.\\s*)?(?<table>`[^`]+`|[\\w$]+)";

  private static final Pattern ALTER =
      Pattern.compile(
          "(?is)^ALTER\\s+(?:ONLINE\\s+|IGNORE\\s+)*TABLE\\s+(?:IF\\s+EXISTS\\s+)?"
              + NAME
              + "(?:\\s+(?:NOWAIT|WAIT\\s+\\d+))?(?=\\s)");

  private static final Pattern INDEX =
      Pattern.compile(
          "(?is)^(?:CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:\\w+\\s+)?INDEX|DROP\\s+INDEX)\\b"
              + ".*?\\sON\\s+"
              + NAME
              + ".*");

  /** What follows the list of actions rather than being one. */
  private static final Pattern PARTITIONING =
      Pattern.compile("(?i)\\s*(PARTITION\\s+BY|REMOVE\\s+PARTITIONING)\\b");

  private static final Pattern SAID = Pattern.compile("(?i)\\b(ALGORITHM|LOCK)\\b\\s*=?\\s*(\\w+)");

  static AlterWays of(String sql, boolean mariadb) {
    for (Pattern pattern : List.of(ALTER, INDEX)) {
      Matcher matcher = pattern.matcher(sql);
      if (matcher.find()) {
        String table = matcher.group("table").replace("`", "");
        return new AlterWays(sql, matcher.group(), table, pattern == INDEX, mariadb);
      }
    }
    return new AlterWays(sql, "", "", false, mariadb);
  }

  /** What the statement says itself. */
  Way said() {
    String algorithm = "";
    String lock = "";
    Matcher matcher = SAID.matcher(head.isEmpty() ? "" : sql);
    while (matcher.find()) {
      String value = matcher.group(2).toUpperCase(Locale.ROOT);
      if (matcher.group(1).equalsIgnoreCase("ALGORITHM")) {
        algorithm = value;
      } else {
        lock = value;
      }
    }
    return new Way(algorithm, lock.isEmpty() && algorithm.equals("INSTANT") ? "NONE" : lock);
  }

  /** From the cheapest on; none if the statement chooses itself. */
  List<Way> all() {
    List<Way> ways = new ArrayList<>();
    if (said().algorithm().isEmpty() && said().lock().isEmpty()) {
      ways.add(new Way("INSTANT", "NONE"));
      for (String algorithm :
          isMariadb ? List.of("NOCOPY", "INPLACE", "COPY") : List.of("INPLACE", "COPY")) {
        for (String lock : List.of("NONE", "SHARED", "EXCLUSIVE")) {
          ways.add(new Way(algorithm, lock));
        }
      }
    }
    return ways;
  }

  /** The statement with a way said in it; MySQL wants no lock beside INSTANT. */
  String sql(Way way) {
    String rest = sql.substring(head.length());
    String comma = isIndex ? "" : ",";
    String lock = way.algorithm().equals("INSTANT") ? "" : comma + " LOCK=" + way.lock();
    String last = PARTITIONING.matcher(rest).lookingAt() ? "" : comma;
    return head + " ALGORITHM=" + way.algorithm() + lock + last + rest;
  }
}
