package dev.tiptoe.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL from the zonky binaries. */
record PostgresEngine(int major) implements Engine {

  @Override
  public String name() {
    return "postgres-" + major;
  }

  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  public Path archive() {
    return Installation.serversFolder().resolve(name() + ".jar");
  }

  @Override
  public void unpack(Path home) throws IOException {
    Archives.unpackTxzInJar(archive(), home);
  }

  @Override
  public List<String> initCommand(Path home, Path data) {
    return List.of(
        home.resolve("bin/initdb").toString(),
        "--pgdata=" + data,
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync");
  }

  @Override
  public List<String> startCommand(Path home, Path data, int port) {
    List<String> command =
        List.of(
            home.resolve("bin/postgres").toString(),
            "-D",
            data.toString(),
            "--port=" + port,
            "--listen_addresses=127.0.0.1",
            "--unix_socket_directories=",
            "--fsync=off",
            "--synchronous_commit=off",
            "--full_page_writes=off",
            "--shared_buffers=32MB",
            "--max_connections=60",
            "--autovacuum=off",
            "--timezone=UTC");
    return major < 11 ? command : Stream.concat(command.stream(), Stream.of("--jit=off")).toList();
  }

  @Override
  public boolean refusesRoot() {
    return true;
  }

  @Override
  public String stopSignal() {
    return "QUIT";
  }

  @Override
  public String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?user=postgres&sslmode=disable";
  }

  @Override
  public String wholeScriptParameters() {
    return "&preferQueryMode=simple";
  }

  @Override
  public String adminDatabase() {
    return "postgres";
  }

  @Override
  public String dataDirectoryQuery() {
    return "SHOW data_directory";
  }
}
