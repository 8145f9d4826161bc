package dev.tiptoe.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program {@code tiptoe} that runs the classes under test, on the Java in JAVA_HOME. */
final class Launcher {

  static final String JAVA_HOME = System.getProperty("java.home");

  private Launcher() {}

  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path program = folder.resolve("tiptoe");
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Xss16m -cp '%s' dev.tiptoe.cli.Main "$@"
        """
            .formatted(System.getProperty("java.class.path")));
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
