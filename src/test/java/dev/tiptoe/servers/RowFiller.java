package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Inserts rows table by table, trying other values where the server refuses the first ones. */
final class RowFiller {

  private static final int ATTEMPTS = 20;
  private static final int ATTEMPTS_WITH_CHECKS = 300;

  private final Connection connection;
  private final Literals literals;
  private final List<FillTable> tables;

  RowFiller(Connection connection, Literals literals, List<FillTable> tables) {
    this.connection = connection;
    this.literals = literals;
    this.tables = tables;
  }

  List<Rows.Unfilled> fill(int rows) throws SQLException {
    List<Rows.Unfilled> unfilled = new ArrayList<>();
    for (FillTable table : parentsFirst()) {
      Rows.Unfilled first = fill(table, rows);
      if (first.rows() < rows) {
        unfilled.add(first);
      }
    }
    List<Rows.Unfilled> still = new ArrayList<>();
    for (Rows.Unfilled first : unfilled) {
      Rows.Unfilled second = fill(table(first.table()), rows - first.rows());
      int total = first.rows() + second.rows();
      if (total < rows) {
        still.add(new Rows.Unfilled(first.table(), total, second.reason()));
      }
    }
    return still;
  }

  private FillTable table(String name) {
    return tables.stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
  }

  /** Orders the tables so that as few foreign keys as possible point to one not yet filled. */
  private List<FillTable> parentsFirst() {
    List<FillTable> pending = new ArrayList<>(tables);
    List<FillTable> ordered = new ArrayList<>();
    while (!pending.isEmpty()) {
      FillTable next =
          pending.stream()
              .filter(t -> !waits(t, pending, false))
              .findFirst()
              .or(() -> pending.stream().filter(t -> !waits(t, pending, true)).findFirst())
              .orElse(pending.get(0));
      pending.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean waits(FillTable table, List<FillTable> pending, boolean ifRequired) {
    return table.foreignKeys().stream()
        .filter(key -> !ifRequired || table.requires(key))
        .filter(key -> !key.parent().equals(table.name()))
        .anyMatch(key -> pending.stream().anyMatch(p -> p.name().equals(key.parent())));
  }

  private Rows.Unfilled fill(FillTable table, int rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      RowComposer composer = new RowComposer(table, literals, this::parentRows);
      int first = count(statement, table);
      int inserted = 0;
      String reason = "";
      while (inserted < rows && reason.isEmpty()) {
        reason = insert(statement, table, composer, first + inserted);
        inserted += reason.isEmpty() ? 1 : 0;
      }
      return new Rows.Unfilled(table.name(), inserted, reason);
    }
  }

  /** Inserts one row and returns an empty text, or the reason why the first attempt failed. */
  private static String insert(
      Statement statement, FillTable table, RowComposer composer, long number) throws SQLException {
    String reason = "";
    int attempts = table.checks().isEmpty() ? ATTEMPTS : ATTEMPTS_WITH_CHECKS;
    for (int attempt = 0; attempt < attempts; attempt++) {
      try {
        statement.executeUpdate(composer.insert(number, attempt));
        return "";
      } catch (SQLException e) {
        reason = reason.isEmpty() ? ScriptResult.messageOf(e) : reason;
        if (statement.getConnection().isClosed()) {
          throw e;
        }
      }
    }
    return reason;
  }

  private static int count(Statement statement, FillTable table) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.quoted())) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Returns, as literals, the rows of the key's table that a foreign key may point to. */
  private List<List<String>> parentRows(FillTable.Key key) throws SQLException {
    FillTable parent = table(key.parent());
    List<List<String>> rows = new ArrayList<>();
    if (parent == null) {
      return rows;
    }
    List<String> columns = key.referenced().stream().map(c -> parent.column(c).quoted()).toList();
    String sql = "SELECT " + String.join(", ", columns) + " FROM " + parent.quoted() + " LIMIT 500";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          values.add(literal(row, i));
        }
        if (!values.contains(null)) {
          rows.add(values);
        }
      }
    }
    return rows;
  }

  private String literal(ResultSet row, int column) throws SQLException {
    boolean binary =
        literals instanceof MysqlLiterals && Rows.isBinary(row.getMetaData().getColumnType(column));
    if (binary) {
      String hex = Rows.hex(row.getBytes(column));
      return hex == null ? null : "x'" + hex + "'";
    }
    String text = row.getString(column);
    return text == null ? null : literals.quote(text);
  }
}
