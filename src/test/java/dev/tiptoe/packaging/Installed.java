package dev.tiptoe.packaging;

import dev.tiptoe.cli.Main;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * An install of what is under test: a launcher, and the program in a jar as Java archives want it.
 */
record Installed(Path home) {

  private static final List<String> LIBRARIES =
      List.of("jsqlparser", "picocli", "jackson", "java-diff-utils");

  static Installed in(Path home) throws IOException {
    Files.createDirectories(home.resolve("lib"));
    Path launcher = Files.createDirectories(home.resolve("bin")).resolve("tiptoe");
    Files.copy(Path.of("bin/tiptoe"), launcher);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path manifest = Files.writeString(home.resolve("manifest"), manifest(home.resolve("lib")));
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--create",
                "--file=" + home.resolve("lib/tiptoe.jar"),
                "--manifest=" + manifest,
                "-C",
                classes().toString(),
                ".");
    if (code != 0) {
      throw new IOException("jar ended with " + code);
    }
    return new Installed(home.toRealPath());
  }

  Path launcher() {
    return home.resolve("bin/tiptoe");
  }

  Path jar() {
    return home.resolve("lib/tiptoe.jar");
  }

  private static Path classes() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies the libraries, which Java's archives want to have relative names. */
  private static String manifest(Path lib) throws IOException {
    StringBuilder manifest = new StringBuilder("Class-Path: ");
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(path);
      if (LIBRARIES.stream().anyMatch(jar.getFileName().toString()::startsWith)) {
        Files.copy(jar, lib.resolve(jar.getFileName()));
        manifest.append("\n  ").append(jar.getFileName());
      }
    }
    return manifest.append('\n').toString();
  }
}
