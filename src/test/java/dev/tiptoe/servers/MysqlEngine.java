package dev.tiptoe.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MySQL from a jcabi distribution, whose path the build gives if it was asked for, or a folder. */
record MysqlEngine(String name, Path archive) implements Engine {

  static final String PROPERTY = "tiptoe.mysql.dist";

  private static final String TABLES = "share/mysql_system_tables.sql";
  private static final String ROWS = "share/mysql_system_tables_data.sql";

  static Optional<MysqlEngine> given() {
    return given("mysql-8.0", PROPERTY);
  }

  static Optional<MysqlEngine> given(String name, String property) {
    String path = System.getProperty(property, "");
    return path.isBlank() ? Optional.empty() : Optional.of(new MysqlEngine(name, Path.of(path)));
  }

  @Override
  public String dialect() {
    return "mysql";
  }

  @Override
  public void unpack(Path home) throws IOException {
    Archives.unpackZip(archive, home, MysqlEngine::needed);
  }

  private static String needed(String entry) {
    boolean needed =
        entry.equals("bin/mysqld")
            || entry.matches("lib/private/(.*\\.so\\.[0-9.]+|icudt.*)")
            || entry.equals(TABLES)
            || entry.equals(ROWS)
            || entry.startsWith("share/english/")
            || entry.startsWith("share/charsets/");
    return needed ? entry : null;
  }

  @Override
  public List<String> initCommand(Path home, Path data) {
    List<String> command = new ArrayList<>(common(home, data));
    command.add(isBootstrapped(home) ? "--bootstrap" : "--initialize-insecure");
    return command;
  }

  @Override
  public String initScript(Path home) throws IOException {
    return isBootstrapped(home)
        ? "CREATE DATABASE mysql;\nUSE mysql;\n"
            + Files.readString(home.resolve(TABLES))
            + Files.readString(home.resolve(ROWS))
        : "";
  }

  /** Tells whether this is MySQL before 5.7, which cannot initialise itself. */
  private static boolean isBootstrapped(Path home) {
    return Files.exists(home.resolve(TABLES));
  }

  @Override
  public List<String> startCommand(Path home, Path data, int port) {
    List<String> command = new ArrayList<>(common(home, data));
    command.addAll(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--socket=" + data.resolve("socket"),
            "--pid-file=" + data.resolve("pid"),
            "--loose-mysqlx=OFF",
            "--innodb-fast-shutdown=2",
            "--default-time-zone=+00:00"));
    return command;
  }

  private static List<String> common(Path home, Path data) {
    return List.of(
        home.resolve("bin/mysqld").toString(),
        "--no-defaults",
        "--user=" + System.getProperty("user.name"),
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        "--datadir=" + data,
        "--skip-log-bin",
        "--secure-file-priv=",
        "--loose-auto-generate-certs=OFF",
        "--loose-sha256-password-auto-generate-rsa-keys=OFF",
        "--loose-caching-sha2-password-auto-generate-rsa-keys=OFF",
        "--innodb-buffer-pool-size=32M",
        "--loose-innodb-redo-log-capacity=128M",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-doublewrite=OFF");
  }

  @Override
  public boolean refusesRoot() {
    return false;
  }

  @Override
  public String stopSignal() {
    return "TERM";
  }

  @Override
  public String url(int port, String database) {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC";
  }

  @Override
  public String wholeScriptParameters() {
    // By itself the driver asks before the first change whether the session may only read.
    return "&allowMultiQueries=true&readOnlyPropagatesToServer=false";
  }

  @Override
  public String adminDatabase() {
    return "mysql";
  }

  @Override
  public String dataDirectoryQuery() {
    return "SELECT @@datadir";
  }
}
