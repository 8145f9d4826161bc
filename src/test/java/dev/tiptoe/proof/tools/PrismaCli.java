package dev.tiptoe.proof.tools;

import dev.tiptoe.servers.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The command line of Prisma 7 for PostgreSQL, as npm has it.
 *
 * <p>It would download its engine, a native program; instead it is given the same engine for
 * WebAssembly, behind a script that reaches the server through the package pg. How the native
 * engine cuts a file into statements is done by that script, with the parser that the engine uses.
 */
public record PrismaCli(NpmPackages packages, Path engine) {

  public static PrismaCli installed() throws IOException {
    NpmPackages packages = NpmPackages.installed();
    Path engine = packages.folder().resolve("schema-engine");
    String command = String.join("' '", packages.node("schema-engine.mjs"));
    Files.writeString(engine, "#!/bin/sh\nexec '" + command + "' \"$@\"\n");
    if (!engine.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + engine);
    }
    return new PrismaCli(packages, engine);
  }

  /** Runs {@code prisma migrate} in a project. */
  public Finished migrate(
      Project project, Database database, PrismaSends sends, String... arguments)
      throws IOException {
    return Finished.of(start(project, database, sends, arguments));
  }

  /** Starts {@code prisma migrate} in a project. */
  public Process start(Project project, Database database, PrismaSends sends, String... arguments)
      throws IOException {
    String[] words = new String[arguments.length + 1];
    words[0] = "migrate";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return Finished.start(
        project.folder(),
        Map.of(
            "NODE_PATH",
            packages.modules().toString(),
            "DATABASE_URL",
            database.url().substring("jdbc:".length()),
            "PRISMA_SCHEMA_ENGINE_BINARY",
            engine.toString(),
            "PRISMA_SENDS",
            sends.name().toLowerCase(Locale.ROOT),
            "CHECKPOINT_DISABLE",
            "1",
            "PRISMA_HIDE_UPDATE_MESSAGE",
            "1",
            "NO_COLOR",
            "1"),
        packages.node("node_modules/prisma/build/index.js", words));
  }
}
