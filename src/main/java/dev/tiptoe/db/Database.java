package dev.tiptoe.db;

import dev.tiptoe.sql.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection to a database; each statement outside a transaction commits by itself. */
public final class Database implements AutoCloseable {

  /** What the server's lists of connections call this one. */
  static final String APPLICATION = "tiptoe doctor";

  /** Their own logging would print among our words; what is worth saying is in exceptions. */
  private static final List<Logger> DRIVERS =
      List.of(Logger.getLogger("org.postgresql"), Logger.getLogger("org.mariadb"));

  private final Engine engine;
  private final Connection connection;
  private final Address address;
  private final Patience patience;
  private final Target target;
  private final String schema;

  private Database(Engine engine, Connection connection, Address address, Patience patience)
      throws SQLException {
    this.engine = engine;
    this.connection = connection;
    this.address = address;
    this.patience = patience;
    this.target = engine.target(connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(engine.schemaQuery())) {
      row.next();
      this.schema = row.getString(1);
    }
  }

  /** Opens a connection for reading. */
  public static Database open(Address address, Patience patience) throws DatabaseProblem {
    return open(address, patience, Access.READ_ONLY);
  }

  /** Opens a connection. */
  public static Database open(Address address, Patience patience, Access access)
      throws DatabaseProblem {
    DRIVERS.forEach(logger -> logger.setLevel(Level.OFF));
    Engine engine = Engine.of(address);
    Problems problems = new Problems(engine, address);
    Connection connection;
    try {
      connection = engine.connect(address, patience);
    } catch (SQLException e) {
      throw problems.whileConnecting(e);
    } catch (IllegalArgumentException e) {
      throw problems.badOption();
    }
    try {
      engine.prepare(connection, patience, access);
      return new Database(engine, connection, address, patience);
    } catch (SQLException e) {
      DatabaseProblem problem = problems.whileWorking(e, connection);
      quietly(connection::close);
      throw problem;
    }
  }

  /** The server and its version, as it says itself. */
  public Target target() {
    return target;
  }

  /** Where names without a schema are looked up: PostgreSQL's current schema, MySQL's database. */
  public String schema() {
    return schema;
  }

  /** Asks; the parameters take the places of question marks. */
  public List<Row> query(String sql, @Nullable Object... parameters) throws DatabaseProblem {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet result = statement.executeQuery()) {
      return Row.all(result);
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** Changes rows and returns how many. */
  public int update(String sql, @Nullable Object... parameters) throws DatabaseProblem {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      statement.setQueryTimeout(engine.queryTimeout(target, patience));
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        statement.setObject(i + 1, value instanceof Instant time ? engine.time(time) : value);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /**
   * Runs one statement, which reaches the server as it is written. If it fails, a transaction that
   * an earlier BEGIN left open is rolled back.
   */
  public void run(String sql) throws DatabaseProblem {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setQueryTimeout(engine.queryTimeout(target, patience));
      statement.execute(sql);
    } catch (SQLException e) {
      DatabaseProblem problem = problem(e);
      quietly(this::leaveTransaction);
      throw problem;
    }
  }

  private void leaveTransaction() throws SQLException {
    if (connection.getAutoCommit()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("ROLLBACK");
      }
    }
  }

  /**
   * Does all of it or nothing, save that MySQL and MariaDB commit whenever a definition changes.
   */
  public void transaction(Work work) throws DatabaseProblem {
    boolean isDone = false;
    try {
      connection.setAutoCommit(false);
      work.run();
      connection.commit();
      isDone = true;
    } catch (SQLException e) {
      throw problem(e);
    } finally {
      if (!isDone) {
        quietly(connection::rollback);
      }
      quietly(() -> connection.setAutoCommit(true));
    }
  }

  /** Whether the current schema has a table of exactly this name. */
  public boolean hasTable(String table) throws DatabaseProblem {
    return tables().contains(table);
  }

  /** The names of all tables in the current schema. */
  public List<String> tables() throws DatabaseProblem {
    return query(engine.tablesQuery()).stream().map(row -> row.text("name")).toList();
  }

  /** Takes a tool's lock; empty if another connection holds it all the while. */
  public Optional<AppLock> lock(LockName name, Duration wait) throws DatabaseProblem {
    return new Locks(this).take(name, wait);
  }

  /** Tells which other connection holds a tool's lock. */
  public Optional<LockHolder> holder(LockName name) throws DatabaseProblem {
    return new Locks(this).holder(name);
  }

  /** Quotes a name so that it is taken as it is. */
  public String quoted(String identifier) {
    return engine.quoted(identifier);
  }

  /** Ends the connection, and with it whatever it holds. */
  @Override
  public void close() {
    quietly(connection::close);
  }

  private DatabaseProblem problem(SQLException e) {
    return new Problems(engine, address).whileWorking(e, connection);
  }

  /** What happens to a connection that is given up does not matter. */
  private static void quietly(Step step) {
    try {
      step.take();
    } catch (SQLException e) {
      // The problem that led here has been told already.
    }
  }

  private interface Step {
    void take() throws SQLException;
  }
}
