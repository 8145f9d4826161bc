package dev.tiptoe.cli;

import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.project.MigrationFiles;
import dev.tiptoe.project.Slashes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The files that a person means by the paths on the command line. */
final class Inputs {

  /** Behind the path of a file. */
  static final String TAKES_BACK = ": left out, because it takes a migration back";

  /** What standard input is called if nobody said which file it stands for. */
  static final String STDIN = "<stdin>";

  private final Path folder;
  private final Narrator narrator;
  private final BiConsumer<String, String> unread;
  private final List<MigrationFile> files = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** Paths that cannot be followed go to {@code unread}, with the reason. */
  Inputs(Path folder, Narrator narrator, BiConsumer<String, String> unread) {
    this.folder = folder;
    this.narrator = narrator;
    this.unread = unread;
  }

  /** Each file once, in the order of their paths. */
  List<MigrationFile> of(List<String> paths) {
    for (String path : paths) {
      try {
        add(path);
      } catch (FileProblem e) {
        unread.accept(path, e.reason());
      } catch (InvalidPathException e) {
        unread.accept(path, "is not a path this system knows: " + e.getReason());
      }
    }
    files.sort(MigrationFiles.inPathOrder());
    return files;
  }

  private void add(String named) throws FileProblem {
    if (named.isEmpty()) {
      throw new FileProblem("is an empty path");
    }
    Path path = folder.resolve(named);
    String shown = Slashes.of(Path.of(named).normalize());
    if (Files.isDirectory(path)) {
      MigrationFiles.Found found = MigrationFiles.below(path, shown);
      found.files().forEach(this::add);
      found.unread().forEach(unread);
      found.down().forEach(down -> narrator.detail(down + TAKES_BACK));
    } else if (MigrationFiles.isDown(String.valueOf(path.getFileName()))) {
      // Hooks name every changed file; what takes a migration back is no more judged here than in a
      // folder.
      narrator.remark(named + TAKES_BACK);
    } else {
      Path top = path.toAbsolutePath().getParent();
      add(new MigrationFile(path, shown, top == null ? folder : top));
    }
  }

  private void add(MigrationFile file) {
    if (seen.add(file.shown())) {
      files.add(file);
    }
  }
}
