package dev.tiptoe.gate;

import dev.tiptoe.project.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines that a service runs in a clone, on a machine with {@code tiptoe} and {@code npx}. */
record ServiceJob(Path folder, GitSandbox cloned, Map<String, String> variables) {

  /** Runs lines one after the other until one fails. */
  Shell.Result run(List<String> lines) throws IOException, InterruptedException {
    Path programs = folder.resolve("bin");
    Path tiptoe = Launcher.in(programs);
    Path npx = programs.resolve("npx");
    // npx --yes tiptoe@VERSION OPTIONS
    Files.writeString(npx, "#!/bin/sh\nshift 2\nexec '%s' \"$@\"\n".formatted(tiptoe));
    Files.setPosixFilePermissions(npx, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", Launcher.JAVA_HOME, "CI", "true"));
    all.put("PATH", programs + ":" + System.getenv("PATH"));
    all.putAll(variables);
    return new Shell(List.of("sh", "-e"), cloned.top(), all).run(String.join("\n", lines) + "\n");
  }
}
