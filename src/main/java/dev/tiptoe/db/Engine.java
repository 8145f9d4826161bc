package dev.tiptoe.db;

import dev.tiptoe.sql.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What PostgreSQL and its driver do one way, MySQL and MariaDB and theirs another. */
sealed interface Engine permits PostgresEngine, MySqlEngine {

  static Engine of(Address address) {
    return switch (address.dialect()) {
      case POSTGRESQL -> new PostgresEngine();
      case MYSQL, MARIADB -> new MySqlEngine();
    };
  }

  Connection connect(Address address, Patience patience) throws SQLException;

  /** Sets what holds for everything that the connection will be asked. */
  void prepare(Connection connection, Patience patience, Access access) throws SQLException;

  Target target(Connection connection) throws SQLException;

  /** Returns the query for the schema that names without one are looked up in. */
  String schemaQuery();

  /** Returns the query for the names of the tables in the schema of names without one. */
  String tablesQuery();

  String quoted(String identifier);

  /** Returns a point in time as the driver stores it in the columns of migration tools. */
  Object time(Instant time);

  /** Returns the seconds after which the driver must end a statement, because nobody else does. */
  int queryTimeout(Target target, Patience patience);

  /** Returns the server's word for what went wrong; empty if it was not the server. */
  String code(SQLException problem);

  /** Returns what the server said, without what the driver says of itself. */
  String message(SQLException problem);

  /** Says why the server does not let in; empty if one has not got that far. */
  Optional<String> refusal(SQLException problem);

  /** Says why there is no connection; empty if it does not know. */
  Optional<String> unreachable(SQLException problem);

  /** What a code means on a connection. */
  DatabaseProblem.Kind kind(String code);
}
