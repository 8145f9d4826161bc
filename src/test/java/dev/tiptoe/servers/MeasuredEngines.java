package dev.tiptoe.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every MySQL and MariaDB that can be had: what the build fetches, and folders that it is given.
 */
final class MeasuredEngines {

  /** Folders with commas between, such as mysql-9.7.4, with bin and share in each. */
  private static final String FOLDERS = "tiptoe.measure.servers";

  private MeasuredEngines() {}

  static List<Engine> all() {
    Stream<Engine> mysql =
        Stream.of(
                MysqlEngine.given("mysql-5.6", "tiptoe.mysql56.dist"),
                MysqlEngine.given("mysql-8.0", MysqlEngine.PROPERTY))
            .flatMap(Optional::stream);
    Stream<Engine> mariadb =
        Stream.of(MariadbEngine.fetched("10.2"), MariadbEngine.fetched("11.4"));
    Stream<Engine> unpacked =
        Stream.of(System.getProperty(FOLDERS, "").split(","))
            .filter(folder -> !folder.isBlank())
            .map(folder -> unpacked(Path.of(folder)));
    return Stream.of(mysql, mariadb, unpacked)
        .flatMap(engines -> engines)
        .filter(engine -> Files.exists(engine.archive()))
        .toList();
  }

  private static Engine unpacked(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith("mysql")
        ? new MysqlEngine(name, folder)
        : new MariadbEngine(name, folder);
  }
}
