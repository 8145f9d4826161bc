package dev.tiptoe.schema;

import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A catalogue that is told what a server has done; what the server refuses, neither has done. */
public final class Replayed {

  private final Catalog catalog;
  private final List<String> refused = new ArrayList<>();

  public Replayed(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What the server has refused so far. */
  public List<String> refused() {
    return refused;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** Runs a file as history, which ends with its connection. */
  public void run(Connection connection, SourceFile file) throws SQLException {
    run(connection, file, statement -> {});
    catalog.settle();
  }

  /**
   * @param after is given each statement that was run
   */
  void run(Connection connection, SourceFile file, Consumer<String> after) throws SQLException {
    for (dev.tiptoe.sql.Statement statement : Script.read(file, catalog.target()).statements()) {
      // The mark that closes an executed comment stands between the two.
      int end =
          statement.delimiter().isEmpty() ? statement.span().end() : statement.delimiter().start();
      String sql = file.text().substring(statement.span().start(), end);
      if (accepts(connection, sql)) {
        Stream.concat(Stream.of(statement), statement.runs().stream())
            .forEach(s -> s.changes().forEach(c -> catalog.apply(c, s.course(), file)));
        after.accept(sql);
      }
    }
  }

  private boolean accepts(Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      boolean rows = statement.execute(sql);
      while (rows || statement.getUpdateCount() != -1) {
        rows = statement.getMoreResults();
      }
      return true;
    } catch (SQLException e) {
      refused.add(e.getMessage().lines().findFirst().orElse("") + " at " + sql);
      return false;
    }
  }

  /** Compares what the catalogue says with what the server says. */
  public Comparison compare(Connection connection) throws SQLException {
    ServerFacts server = new ServerFacts(connection);
    Facts real = server.read();
    Facts known = CatalogFacts.of(catalog, server::type);
    return new Comparison(
        known.count("order of columns"),
        known.things().size(),
        known.count("column "),
        known.count("index "),
        known.count("constraint "),
        known.difference(real));
  }

  /** How much was compared, and where the two differ. */
  public record Comparison(
      long complete,
      long things,
      long columns,
      long indexes,
      long constraints,
      List<String> differences) {

    @Override
    public String toString() {
      return complete
          + " whole tables of "
          + things
          + " things, "
          + columns / 3
          + " columns, "
          + indexes
          + " indexes, "
          + constraints
          + " constraints, "
          + differences.size()
          + " differences";
    }
  }
}
