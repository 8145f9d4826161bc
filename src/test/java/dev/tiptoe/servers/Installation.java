package dev.tiptoe.servers;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * An unpacked server and a data directory to copy from, kept under target/servers between runs.
 *
 * @param home where the server's bin folder is
 * @param template an initialised data directory, never run itself
 */
record Installation(Path home, Path template) {

  /** Returns the folder that holds the downloaded archives and the unpacked servers. */
  static Path serversFolder() {
    return Path.of(System.getProperty("tiptoe.servers", "target/servers")).toAbsolutePath();
  }

  /** Returns the installation, unpacking and initialising it if this was never done. */
  static Installation of(Engine engine) throws IOException {
    Path archive = engine.archive();
    if (!Files.exists(archive)) {
      throw new IOException("no archive " + archive + ": run the build once to download it");
    }
    Path servers = serversFolder();
    Path folder = servers.resolve(engine.name() + "-" + Files.size(archive));
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(servers);
      Path unfinished = Files.createTempDirectory(servers, engine.name() + ".unfinished-");
      try {
        install(engine, unfinished);
        moveUnlessThere(unfinished, folder);
      } finally {
        Os.deleteFolder(unfinished);
      }
    }
    return new Installation(folder.resolve("home"), folder.resolve("template"));
  }

  private static void install(Engine engine, Path folder) throws IOException {
    Os.permit(folder, "rwxr-xr-x");
    Path home = folder.resolve("home");
    if (Files.isDirectory(engine.archive())) {
      Files.createSymbolicLink(home, engine.archive());
    } else {
      Files.createDirectory(home);
      Os.permit(home, "rwxr-xr-x");
      engine.unpack(home);
    }
    Path work = workFolder(engine, home);
    try {
      Path data = Files.createDirectory(work.resolve("data"));
      List<String> command = engine.initCommand(reachable(engine, home, work), data);
      if (runsAsNobody(engine)) {
        Os.giveToNobody(data);
        command = Os.asNobody(command);
      }
      Os.run(work.resolve("log"), engine.initScript(home), command);
      Os.copyFolder(data, folder.resolve("template"));
    } finally {
      Os.deleteFolder(work);
    }
  }

  /** Tells whether the server is not to run as the user of this JVM. */
  static boolean runsAsNobody(Engine engine) {
    return engine.refusesRoot() && Os.isRoot();
  }

  /** Makes a folder for a server's data, and for its programs if it could not get at them. */
  static Path workFolder(Engine engine, Path home) throws IOException {
    return Os.workFolder(engine.name(), isOutOfReach(engine, home));
  }

  /** Returns the home, or a copy of it in the work folder if the server could not get at it. */
  static Path reachable(Engine engine, Path home, Path work) throws IOException {
    if (!isOutOfReach(engine, home)) {
      return home;
    }
    Path copy = work.resolve("home");
    Os.copyFolder(home, copy);
    return copy;
  }

  private static boolean isOutOfReach(Engine engine, Path home) throws IOException {
    return runsAsNobody(engine) && !Os.isOpenToAll(home);
  }

  private static void moveUnlessThere(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }
}
