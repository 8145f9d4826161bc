package dev.tiptoe.db;

import dev.tiptoe.sql.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The locks that a server keeps for applications. */
record Locks(Database database) {

  private static final long PAUSE_MILLISECONDS = 100;

  private static final String POSTGRES_HOLDER =
      """
      SELECT l.pid AS id, coalesce(a.state, '') AS state,
        nullif(a.query, '<insufficient privilege>') AS statement,
        CASE a.state WHEN 'active' THEN a.query_start ELSE a.state_change END AS since
      FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = ?
        AND l.classid = CAST(? AS oid) AND l.objid = CAST(? AS oid)
        AND l.database = (SELECT oid FROM pg_catalog.pg_database
                          WHERE datname = current_database())
        AND l.pid <> pg_backend_pid()
      """;

  /** Others' connections are shown to few; then no more than the number is known. */
  private static final String MYSQL_HOLDER =
      """
      SELECT l.id, coalesce(p.command, '') AS state, p.info AS statement,
        UTC_TIMESTAMP() - INTERVAL p.time SECOND AS since
      FROM (SELECT IS_USED_LOCK(?) AS id) l
      LEFT JOIN information_schema.processlist p ON p.id = l.id
      WHERE l.id <> CONNECTION_ID()
      """;

  /** Asks again and again: whoever waits in PostgreSQL holds up CREATE INDEX CONCURRENTLY. */
  Optional<AppLock> take(LockName name, Duration wait) throws DatabaseProblem {
    long end = System.nanoTime() + wait.toNanos();
    while (!isTaken(name)) {
      if (System.nanoTime() > end || !paused()) {
        return Optional.empty();
      }
    }
    return Optional.of(new AppLock(() -> release(name)));
  }

  private boolean isTaken(LockName name) throws DatabaseProblem {
    Row row =
        isPostgresql()
            ? database.query("SELECT " + advisory("pg_try_advisory_lock", name)).get(0)
            : database.query("SELECT GET_LOCK(?, 0) AS answer", name.name()).get(0);
    return row.find("answer").filter(a -> a.equals("t") || a.equals("1")).isPresent();
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void release(LockName name) {
    try {
      if (isPostgresql()) {
        database.query("SELECT " + advisory("pg_advisory_unlock", name));
      } else {
        database.query("SELECT RELEASE_LOCK(?) AS answer", name.name());
      }
    } catch (DatabaseProblem e) {
      // It goes with the connection at the latest.
    }
  }

  private static String advisory(String function, LockName name) {
    String numbers =
        switch (name.form()) {
          case WHOLE -> String.valueOf(name.number());
          case HALVES -> name.high() + ", " + name.low();
        };
    return function + "(" + numbers + ") AS answer";
  }

  Optional<LockHolder> holder(LockName name) throws DatabaseProblem {
    List<Row> rows =
        isPostgresql()
            ? database.query(
                POSTGRES_HOLDER,
                name.form() == LockName.Form.WHOLE ? 1 : 2,
                Integer.toUnsignedLong(name.high()),
                Integer.toUnsignedLong(name.low()))
            : database.query(MYSQL_HOLDER, name.name());
    return rows.stream()
        .findFirst()
        .map(
            r ->
                new LockHolder(
                    r.number("id"),
                    r.text("state"),
                    r.find("statement").filter(s -> !s.isEmpty()),
                    r.time("since")));
  }

  private boolean isPostgresql() {
    return database.target().is(Dialect.POSTGRESQL);
  }
}
