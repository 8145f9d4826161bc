package dev.tiptoe.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running server under a shell that watches a pipe from this JVM: when the pipe ends, however
 * this JVM ended, the shell stops the server and deletes its data.
 */
final class ServerProcess {

  private static final String WATCHDOG =
      """
      work=$1 template=$2 signal=$3
      shift 3
      exec 3<&0 </dev/null
      cp -a "$template" "$work/data"
      "$@" 3<&- &
      server=$!
      (
        read -r end <&3
        kill -"$signal" "$server"
        tenths=0
        while [ "$tenths" -lt 40 ]; do
          kill -0 "$server" 2>/dev/null || exit 0
          sleep 0.1
          tenths=$((tenths + 1))
        done
        kill -KILL "$server"
      ) &
      watch=$!
      exec 3<&-
      wait "$server"
      status=$?
      kill -KILL "$watch" 2>/dev/null
      rm -rf "$work"
      exit "$status"
      """;

  private static final int START_SECONDS = 60;
  private static final int ATTEMPTS = 3;
  private static final int LOG_TAIL = 4000;

  private final Engine engine;
  private final Path work;
  private final Process process;
  private final FileChannel log;
  private final int port;

  private ServerProcess(Engine engine, Path work, Process process, FileChannel log, int port) {
    this.engine = engine;
    this.work = work;
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts a server on a copy of the installation's data and waits until it answers. */
  static ServerProcess start(Engine engine, Installation installation) throws IOException {
    IOException failure = new IOException("cannot start " + engine.name());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ServerProcess server = launch(engine, installation);
      try {
        server.awaitAnswer();
        return server;
      } catch (IOException e) {
        failure.addSuppressed(e);
        server.stop();
      }
    }
    throw failure;
  }

  private static ServerProcess launch(Engine engine, Installation installation) throws IOException {
    Path work = Installation.workFolder(engine, installation.home());
    Path data = work.resolve("data");
    Path home = Installation.reachable(engine, installation.home(), work);
    int port = freePort();
    List<String> server = engine.startCommand(home, data, port);
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", WATCHDOG, "watchdog"));
    command.addAll(
        List.of(work.toString(), installation.template().toString(), engine.stopSignal()));
    command.addAll(Installation.runsAsNobody(engine) ? Os.asNobody(server) : server);
    Path log = Files.createFile(work.resolve("log"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ServerProcess running = new ServerProcess(engine, work, process, FileChannel.open(log), port);
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
    return running;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(engine.name() + " does not start:\n" + logTail());
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while " + engine.name() + " starts", e);
      }
    }
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(url(engine.adminDatabase()));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(engine.dataDirectoryQuery())) {
      return row.next() && row.getString(1).startsWith(work.toString());
    } catch (SQLException e) {
      return false;
    }
  }

  /** Returns the end of what the server has written to its log, even after it has died. */
  String logTail() {
    try {
      long start = Math.max(0, log.size() - LOG_TAIL);
      ByteBuffer bytes = ByteBuffer.allocate(LOG_TAIL);
      log.read(bytes, start);
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  String url(String database) {
    return engine.url(port, database);
  }

  /** Returns the folder with the server's data and log, which goes when the server goes. */
  Path work() {
    return work;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Stops the server, softly first, and returns when nothing of it is left. */
  synchronized void stop() {
    List<ProcessHandle> family = process.descendants().toList();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        Os.deleteFolder(work);
      }
      log.close();
    } catch (IOException e) {
      family.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      family.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
