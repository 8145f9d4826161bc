package dev.tiptoe.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MySQL from the jcabi distribution, whose path the build gives if it was asked for. */
record MysqlEngine(Path archive) implements Engine {

  static final String PROPERTY = "tiptoe.mysql.dist";

  static Optional<MysqlEngine> given() {
    String path = System.getProperty(PROPERTY, "");
    return path.isBlank() ? Optional.empty() : Optional.of(new MysqlEngine(Path.of(path)));
  }

  @Override
  public String name() {
    return "mysql-8.0";
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
            || entry.startsWith("share/english/")
            || entry.startsWith("share/charsets/");
    return needed ? entry : null;
  }

  @Override
  public List<String> initCommand(Path home, Path data) {
    List<String> command = new ArrayList<>(common(home, data));
    command.add("--initialize-insecure");
    return command;
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
            "--mysqlx=OFF",
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
        "--datadir=" + data,
        "--skip-log-bin",
        "--auto-generate-certs=OFF",
        "--sha256-password-auto-generate-rsa-keys=OFF",
        "--caching-sha2-password-auto-generate-rsa-keys=OFF",
        "--innodb-buffer-pool-size=32M",
        "--innodb-redo-log-capacity=8M",
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
    return "&allowMultiQueries=true";
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
