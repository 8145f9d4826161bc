package dev.tiptoe.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class LeftoversTest {

  private Process other;

  /** Starts a server in a JVM of its own, tells its folder, and ends when told to. */
  static final class OtherJvm {

    private OtherJvm() {}

    public static void main(String[] args) throws IOException {
      System.out.println(ServerKind.valueOf(args[0]).server().work());
      int input = System.in.read();
      System.exit(input);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftWhenTheJvmIsKilled(ServerKind kind) throws Exception {
    try (BufferedReader reader = start(kind)) {
      Path work = Path.of(reader.readLine());
      assertThat(processesIn(work)).isNotEmpty();

      other.destroyForcibly().waitFor();

      assertNothingIn(work);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftWhenTheJvmEnds(ServerKind kind) throws Exception {
    try (BufferedReader reader = start(kind)) {
      Path work = Path.of(reader.readLine());
      assertThat(processesIn(work)).isNotEmpty();

      other.getOutputStream().write(0);
      other.getOutputStream().flush();
      assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();

      assertThat(processesIn(work)).isEmpty();
      assertThat(work).doesNotExist();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedServerIsGoneAndTheNextToAskGetsANewOne(ServerKind kind) throws Exception {
    Server server = kind.server();

    server.close();

    assertThat(processesIn(server.work())).isEmpty();
    assertThat(server.work()).doesNotExist();
    assertThat(kind.server()).isNotSameAs(server);
    try (Database database = kind.server().freshDatabase()) {
      assertThat(database.runScript("SELECT 1").succeeded()).isTrue();
    }
  }

  private BufferedReader start(ServerKind kind) throws IOException {
    Assumptions.assumeTrue(
        kind != ServerKind.MYSQL || Server.mysqlAvailable(), "MySQL is not tested");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property : List.of("tiptoe.servers", MysqlEngine.PROPERTY)) {
      command.add("-D" + property + "=" + System.getProperty(property, ""));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OtherJvm.class.getName(), kind.name()));
    other = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return other.inputReader();
  }

  private static void assertNothingIn(Path work) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while ((Files.exists(work) || !processesIn(work).isEmpty()) && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(processesIn(work)).isEmpty();
    assertThat(work).doesNotExist();
  }

  /** Returns the command lines of all processes that mention the folder. */
  private static List<String> processesIn(Path work) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.filter(p -> p.resolve("cmdline").toFile().exists()).toList()) {
        String command = commandLine(process);
        if (command.contains(work.toString())) {
          found.add(command);
        }
      }
    }
    return found;
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"));
    } catch (IOException e) {
      return "";
    }
  }
}
