package dev.tiptoe.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A real database server, started when first asked for and shared by all tests of this JVM.
 *
 * <p>It ends with the JVM; {@link #close} ends it sooner, and the next to ask gets a new one.
 */
public final class Server implements AutoCloseable {

  private static final Map<String, Server> RUNNING = new HashMap<>();
  private static final Map<String, RuntimeException> FAILED = new HashMap<>();

  private final Engine engine;
  private final ServerProcess process;
  private final String version;
  private final AtomicInteger databases = new AtomicInteger();

  private Server(Engine engine, ServerProcess process) throws SQLException {
    this.engine = engine;
    this.process = process;
    try (Connection connection = admin()) {
      this.version = connection.getMetaData().getDatabaseProductVersion();
    }
  }

  /**
   * Returns PostgreSQL of a major version that the build fetches: 14, 16, 18; to measure, 10 to 18.
   */
  public static Server postgresql(int major) {
    return shared(new PostgresEngine(major));
  }

  /** Returns MariaDB 11.4. */
  public static Server mariadb() {
    return shared(MariadbEngine.fetched("11.4"));
  }

  /** Tells whether the build gave the path of the MySQL distribution. */
  public static boolean mysqlAvailable() {
    return MysqlEngine.given().isPresent();
  }

  /** Returns MySQL 8.0, or skips the test that asks if the build has no MySQL. */
  public static Server mysql() {
    Assumptions.assumeTrue(
        mysqlAvailable(), "MySQL is not tested: no -D" + MysqlEngine.PROPERTY + "=<its zip>");
    return shared(MysqlEngine.given().orElseThrow());
  }

  /** Returns the names of the servers of MySQL or MariaDB that are at hand to be measured. */
  public static List<String> measurable(String dialect) {
    return MeasuredEngines.all().stream()
        .filter(engine -> engine.dialect().equals(dialect))
        .map(Engine::name)
        .toList();
  }

  /** Returns the server of this name, one of those to be measured. */
  public static Server measured(String name) {
    return MeasuredEngines.all().stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .map(Server::shared)
        .orElseThrow();
  }

  private static Server shared(Engine engine) {
    synchronized (RUNNING) {
      if (FAILED.containsKey(engine.name())) {
        throw new IllegalStateException(
            engine.name() + " failed before", FAILED.get(engine.name()));
      }
      Server server = RUNNING.get(engine.name());
      if (server == null || !server.process.isAlive()) {
        server = start(engine);
        RUNNING.put(engine.name(), server);
      }
      return server;
    }
  }

  private static Server start(Engine engine) {
    try {
      ServerProcess process = ServerProcess.start(engine, Installation.of(engine));
      return new Server(engine, process);
    } catch (IOException | SQLException e) {
      RuntimeException failure = new IllegalStateException("cannot start " + engine.name(), e);
      FAILED.put(engine.name(), failure);
      throw failure;
    }
  }

  /** Returns postgresql, mysql or mariadb. */
  public String dialect() {
    return engine.dialect();
  }

  /** Returns the version as the server tells it. */
  public String version() {
    return version;
  }

  /** Creates an empty database, which is dropped when it is closed. */
  public Database freshDatabase() throws SQLException {
    return create("");
  }

  /** Creates a database with what is in another one of PostgreSQL, in which nobody may be. */
  public Database copyOf(Database template) throws SQLException {
    return create(" TEMPLATE " + template.name());
  }

  private Database create(String options) throws SQLException {
    String name = "db_" + databases.incrementAndGet();
    try (Connection connection = admin();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + options);
    }
    return new Database(this, name);
  }

  /** Opens a connection to a database that is none of those created here. */
  public Connection admin() throws SQLException {
    return DriverManager.getConnection(url(engine.adminDatabase()));
  }

  String url(String database) {
    return process.url(database);
  }

  String wholeScriptUrl(String database) {
    return url(database) + engine.wholeScriptParameters();
  }

  Path work() {
    return process.work();
  }

  /** Stops the server and deletes its data. */
  @Override
  public void close() {
    synchronized (RUNNING) {
      RUNNING.remove(engine.name(), this);
      process.stop();
    }
  }

  @Override
  public String toString() {
    return engine.dialect() + " " + version;
  }
}
