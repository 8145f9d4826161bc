package dev.tiptoe.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code tiptoe train FILE [FOLDER]}: writes the archive from which the launchers start this
 * program on this Java in half the time. Packagers run it when they install, and launchers in the
 * background.
 *
 * <p>It is a CDS archive on all Javas: of an AOT cache, which there is since 25, Java loads all
 * classes at once, and {@code --version} took 1.6 times as long.
 */
final class TrainCommand {

  /** Where training failed or was killed, it is not tried again for this long. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final Duration UNUSED = Duration.ofDays(60);

  private final Path archive;
  private final Path work;

  private TrainCommand(Path archive) {
    this.archive = archive;
    this.work = archive.resolveSibling(archive.getFileName() + ".new");
  }

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, TrainCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    List<String> files = arguments.get().words();
    if (files.isEmpty() || files.size() > 2) {
      throw new UsageError(
          "tiptoe train takes the file to write, which the launchers name themselves,"
              + " and the folder of all such files");
    }
    Path archive = surroundings.folder().resolve(files.get(0)).toAbsolutePath().normalize();
    try {
      new TrainCommand(archive).run();
      for (String cache : files.subList(1, files.size())) {
        dropUnused(surroundings.folder().resolve(cache));
      }
      return ExitCode.CLEAN;
    } catch (IOException e) {
      throw new UsageError(archive + " could not be written: " + e);
    }
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe train");
    spec.usageMessage()
        .customSynopsis("tiptoe train")
        .description(
            "%nWrites the archive from which Java starts Tiptoe in half the time, beside the program. For packagers:"
                + " without it each user gets one of their own, made in the background.%n");
    // The launchers add them.
    return spec.addPositional(LintSpec.words("FILE").hidden(true).build());
  }

  private void run() throws IOException {
    Files.createDirectories(archive.getParent());
    if (!begin()) {
      return;
    }
    Path written = work.resolve("archive");
    try {
      empty();
      if (!write(written) || Files.size(written) == 0) {
        throw new IOException("Java does not write one");
      }
      // Java may crash over one that lacks its end, so it appears whole or not at all.
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.READ)) {
        channel.force(true);
      }
      Files.move(written, archive, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      empty();
    }
    Files.delete(work);
  }

  /** Those of programs, places and Javas that are gone. */
  private static void dropUnused(Path cache) throws IOException {
    FileTime oldest = FileTime.from(Instant.now().minus(UNUSED));
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FileTime used = Files.readAttributes(file, BasicFileAttributes.class).lastAccessTime();
        if (used.compareTo(oldest) < 0) {
          Files.delete(file);
        }
      }
    }
  }

  /** Whether nobody else trains, or failed to a short time ago. */
  private boolean begin() throws IOException {
    try {
      Files.createDirectory(work);
      return true;
    } catch (FileAlreadyExistsException e) {
      Instant begun = Files.getLastModifiedTime(work).toInstant();
      return begun.isBefore(Instant.now().minus(PATIENCE));
    }
  }

  private boolean write(Path written) throws IOException {
    String classPath = System.getProperty("java.class.path");
    List<String> rehearsal = List.of("-cp", classPath, Rehearsal.class.getName());
    Path classes = work.resolve("classes");
    return java(List.of("-XX:+UseSerialGC", "-XX:DumpLoadedClassList=" + classes), rehearsal)
        && java(
            List.of(
                "-Xshare:dump",
                // What it writes of the heap others can read, too.
                "-XX:+UseG1GC",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + written),
            List.of("-cp", classPath));
  }

  /** Runs Java, and says whether it went well; its own words would be nobody's. */
  private static boolean java(List<String> options, List<String> program) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xss16m", "-Xlog:disable"));
    command.addAll(options);
    command.addAll(program);
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void empty() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
