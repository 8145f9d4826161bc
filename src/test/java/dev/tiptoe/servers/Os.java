package dev.tiptoe.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Small services of the operating system: users, permissions, commands, temporary folders. */
final class Os {

  private static final int NOBODY = 65534;
  private static final long ROOM_FOR_DATA = 1L << 30;

  private Os() {}

  static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the command as it has to be typed by root so that nobody runs it. */
  static List<String> asNobody(List<String> command) {
    String user = Integer.toString(NOBODY);
    List<String> all =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--"));
    all.addAll(command);
    return all;
  }

  static void giveToNobody(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", NOBODY);
    Files.setAttribute(path, "unix:gid", NOBODY);
  }

  /** Tells whether every folder down to this one may be entered by any user. */
  static boolean isOpenToAll(Path folder) throws IOException {
    for (Path path = folder.toRealPath(); path != null; path = path.getParent()) {
      if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /**
   * Makes a temporary folder that any user may enter, in memory where there is room, but not if
   * programs are to run from it, which memory often forbids.
   */
  static Path workFolder(String name, boolean forPrograms) throws IOException {
    Path memory = Path.of("/dev/shm");
    boolean roomy =
        !forPrograms
            && Files.isWritable(memory)
            && Files.getFileStore(memory).getUsableSpace() > ROOM_FOR_DATA;
    Path parent = roomy ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    Path folder = Files.createTempDirectory(parent, "tiptoe-" + name + "-");
    permit(folder, "rwxr-xr-x");
    return folder;
  }

  /** Runs a command to its end, and throws with its output if it fails. */
  static void run(Path log, String input, List<String> command) throws IOException {
    Path script = Files.createTempFile("tiptoe", ".in");
    try {
      Files.writeString(script, input);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(script.toFile())
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("too slow: " + command);
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "exit " + process.exitValue() + " of " + command + "\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + command, e);
    } finally {
      Files.delete(script);
    }
  }

  static void copyFolder(Path from, Path to) throws IOException {
    Path log = Files.createTempFile("tiptoe", ".log");
    try {
      run(log, "", List.of("cp", "-a", from.toString(), to.toString()));
    } finally {
      Files.delete(log);
    }
  }

  static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
