package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Looks at files, passes and locks before and after each statement, within its transaction. */
final class PostgresObserver extends StatementObserver {

  private static final String REFUSES_TRANSACTION = "25001";

  /** What is refused outside of a transaction has to be sent outside of one, too. */
  private static final Set<String> NEEDS_TRANSACTION = Set.of("LOCK", "SAVEPOINT", "DECLARE");

  private final Database database;
  private final Map<Long, PostgresState.Table> known;
  private Map<Long, String> held = new HashMap<>();
  private int transaction;
  private boolean open;

  PostgresObserver(Database database) throws SQLException {
    super(database.connect());
    this.database = database;
    this.known = PostgresState.of(connection).tables();
  }

  @Override
  void begin(Mode mode) throws SQLException {
    if (mode != Mode.STATEMENTS) {
      open();
    }
  }

  @Override
  void finish(List<Observation> seen) throws SQLException {
    if (!open) {
      return;
    }
    open = false;
    try {
      execute("COMMIT");
    } catch (SQLException e) {
      seen.set(seen.size() - 1, failed(e));
    }
  }

  @Override
  Observation observe(String sql) throws SQLException {
    String first = firstWord(sql);
    if (!open && (first.equals("BEGIN") || sql.toUpperCase(Locale.ROOT).startsWith("START T"))) {
      open();
      return quiet();
    }
    boolean own = !open;
    if (own && !NEEDS_TRANSACTION.contains(first)) {
      open();
    }
    try {
      Observation seen = look(sql);
      if (own && state() == TransactionState.OPEN) {
        execute("COMMIT");
      }
      open = state() == TransactionState.OPEN;
      return seen;
    } catch (SQLException e) {
      open = false;
      execute("ROLLBACK");
      return own && REFUSES_TRANSACTION.equals(e.getSQLState()) ? alone(sql) : failed(e);
    }
  }

  private void open() throws SQLException {
    execute("BEGIN");
    open = true;
    held = new HashMap<>();
    transaction++;
  }

  private TransactionState state() throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState();
  }

  /** Where an index would serve, the passes over the few rows of an example tell nothing. */
  private Observation look(String sql) throws SQLException {
    PostgresState before = PostgresState.of(connection);
    boolean aboutRows = isAboutRows(sql);
    if (aboutRows) {
      execute("SET LOCAL enable_seqscan = off");
    }
    long changed = execute(sql);
    if (state() != TransactionState.OPEN) {
      return quiet();
    }
    if (aboutRows) {
      execute("SET LOCAL enable_seqscan = on");
    }
    PostgresState after = PostgresState.of(connection);
    Map<Long, String> locks = PostgresState.locks(connection, session());
    SortedMap<String, String> taken = new TreeMap<>();
    SortedMap<String, String> kept = new TreeMap<>();
    locks.forEach(
        (oid, mode) -> {
          if (known.containsKey(oid) && before.matters(oid, mode)) {
            boolean isNew = !mode.equals(held.get(oid));
            (isNew ? taken : kept).put(before.name(oid), mode);
          }
        });
    held = locks;
    return new Observation(
        ScriptResult.SUCCESS,
        false,
        "",
        taken,
        kept,
        before.rewritten(after, known),
        before.scanned(after, known),
        before.rebuilt(after, known),
        changed,
        transaction);
  }

  private Observation alone(String sql) throws SQLException {
    PostgresState before = PostgresState.of(connection);
    Map<Long, String> locks;
    try (Connection other = database.connect();
        LoneStatement lone = new LoneStatement(other)) {
      locks = lone.locks(session(), () -> execute(sql));
    } catch (SQLException e) {
      return failed(e);
    }
    PostgresState after = PostgresState.of(connection);
    SortedMap<String, String> taken = new TreeMap<>();
    locks.forEach(
        (oid, mode) -> {
          if (known.containsKey(oid) && before.matters(oid, mode)) {
            taken.put(before.name(oid), mode);
          }
        });
    return new Observation(
        ScriptResult.SUCCESS,
        true,
        "",
        taken,
        new TreeMap<>(),
        before.rewritten(after, known),
        Collections.emptySortedSet(),
        before.rebuilt(after, known),
        0,
        ++transaction);
  }

  private int session() throws SQLException {
    return connection.unwrap(BaseConnection.class).getBackendPID();
  }

  private Observation quiet() {
    return Observation.nothing(transaction);
  }

  private Observation failed(SQLException e) {
    return Observation.failed(e, transaction);
  }
}
