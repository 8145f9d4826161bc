package dev.tiptoe.servers;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Composes the rows of one table: the first attempt is the tidy one, the next leave out NULLs or
 * CHECK literals, and from then on everything is drawn by lot, the same way in every run.
 */
final class RowComposer {

  /** Reads the rows a foreign key may point to. */
  interface Parents {
    List<List<String>> of(FillTable.Key key) throws SQLException;
  }

  private static final int BY_LOT = 4;
  private static final int UNIQUE_STEP = 101;
  private static final String NULL = "NULL";

  private final FillTable table;
  private final Literals literals;
  private final Parents parents;
  private final List<FillTable.Key> keys;
  private final Map<FillTable.Key, List<List<String>>> parentRows = new HashMap<>();
  private final Map<String, List<String>> hints = new HashMap<>();

  private long number;
  private int attempt;
  private Random lot = new Random(0);

  RowComposer(FillTable table, Literals literals, Parents parents) {
    this.table = table;
    this.literals = literals;
    this.parents = parents;
    this.keys =
        table.foreignKeys().stream()
            .sorted(Comparator.comparing(key -> -key.columns().size()))
            .toList();
    CheckHints checks = new CheckHints(table, literals);
    table.columns().forEach(c -> hints.put(c.name(), checks.of(c)));
  }

  /** Returns the INSERT of the row with this number in this attempt. */
  String insert(long rowNumber, int rowAttempt) throws SQLException {
    number = rowNumber;
    attempt = rowAttempt;
    lot = new Random(rowNumber * 1000 + rowAttempt);
    Map<String, String> values = new LinkedHashMap<>();
    for (FillTable.Key key : keys) {
      reference(key, values);
    }
    for (FillColumn column : table.columns()) {
      if (!values.containsKey(column.name())) {
        String value = value(column);
        if (value != null) {
          values.put(column.name(), value);
        }
      }
    }
    table.columns().stream()
        .filter(c -> c.supplied() == FillColumn.Supplied.ALWAYS)
        .forEach(c -> values.remove(c.name()));
    return statement(values);
  }

  private String statement(Map<String, String> values) {
    String into = "INSERT INTO " + table.quoted();
    if (values.isEmpty()) {
      return into + literals.noColumns();
    }
    List<String> names = values.keySet().stream().map(c -> table.column(c).quoted()).toList();
    return into
        + " ("
        + String.join(", ", names)
        + ") VALUES ("
        + String.join(", ", values.values())
        + ")";
  }

  private void reference(FillTable.Key key, Map<String, String> values) throws SQLException {
    List<String> open = key.columns().stream().filter(c -> !values.containsKey(c)).toList();
    List<String> nullable = open.stream().filter(c -> table.column(c).nullable()).toList();
    if (open.isEmpty()) {
      return;
    }
    List<List<String>> rows = matching(key, values);
    if (!nullable.isEmpty() && (rows.isEmpty() || isNullTurn(table.column(nullable.get(0))))) {
      nullable.forEach(c -> values.put(c, NULL));
    } else if (!rows.isEmpty()) {
      int step = attempt * (keys.indexOf(key) + 1);
      List<String> row = rows.get((int) ((number + step) % rows.size()));
      open.forEach(c -> values.put(c, row.get(key.columns().indexOf(c))));
    } else if (key.parent().equals(table.name())) {
      referToItself(key, values);
    } else {
      throw new SQLException("no row in " + key.parent() + " for " + key.columns());
    }
  }

  private List<List<String>> matching(FillTable.Key key, Map<String, String> values)
      throws SQLException {
    List<List<String>> rows = parentRows.get(key);
    if (rows == null || key.parent().equals(table.name())) {
      rows = parents.of(key);
      parentRows.put(key, rows);
    }
    int[] fixed =
        IntStream.range(0, key.columns().size())
            .filter(i -> values.containsKey(key.columns().get(i)))
            .toArray();
    return rows.stream()
        .filter(
            row ->
                IntStream.of(fixed)
                    .allMatch(i -> row.get(i).equals(values.get(key.columns().get(i)))))
        .toList();
  }

  private void referToItself(FillTable.Key key, Map<String, String> values) {
    for (int i = 0; i < key.columns().size(); i++) {
      FillColumn target = table.column(key.referenced().get(i));
      String value = values.getOrDefault(target.name(), literals.of(target, number).get(0));
      values.put(target.name(), value);
      values.put(key.columns().get(i), value);
    }
  }

  /** Returns the column's literal, or null if the server is to supply it. */
  private String value(FillColumn column) {
    if (column.supplied() == FillColumn.Supplied.ALWAYS
        || column.supplied() == FillColumn.Supplied.A_NUMBER) {
      return null;
    }
    if (isNullTurn(column)) {
      return NULL;
    }
    List<String> hinted = hints.get(column.name());
    List<String> made = literals.of(column, number + (long) attempt * UNIQUE_STEP);
    if (attempt >= BY_LOT) {
      return drawn(column, hinted, made);
    }
    return hinted.isEmpty() || attempt == 1
        ? made.get(0)
        : hinted.get((int) ((number + attempt) % hinted.size()));
  }

  private String drawn(FillColumn column, List<String> hinted, List<String> made) {
    if (column.supplied() == FillColumn.Supplied.A_DEFAULT && lot.nextInt(4) == 0) {
      return "DEFAULT";
    }
    if (hinted.isEmpty() && lot.nextInt(3) > 0) {
      return made.get(0);
    }
    List<String> all = new ArrayList<>(hinted);
    all.addAll(made);
    return all.get(lot.nextInt(all.size()));
  }

  private boolean isNullTurn(FillColumn column) {
    if (!column.nullable()) {
      return false;
    }
    return switch (attempt) {
      case 0, 1 -> (number + table.columns().indexOf(column)) % 3 == 0;
      case 2 -> false;
      case 3 -> true;
      default -> lot.nextInt(3) == 0;
    };
  }
}
