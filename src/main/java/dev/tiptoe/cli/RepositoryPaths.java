package dev.tiptoe.cli;

import dev.tiptoe.project.Repository;
import dev.tiptoe.project.Slashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as programs need them: from the top of the repository, however and from wherever a file was
 * named. Where there is no repository they start from the current folder; what is outside has an
 * absolute path.
 */
final class RepositoryPaths {

  private final Path here;
  private final Path top;

  RepositoryPaths(Path folder) {
    here = folder.toAbsolutePath().normalize();
    top = Repository.topOf(here).orElse(here);
  }

  String of(String shown) {
    if (shown.equals(Inputs.STDIN)) {
      return shown;
    }
    try {
      Path file = here.resolve(shown).normalize();
      if (file.startsWith(top)) {
        return Slashes.between(top, file);
      }
      return Files.exists(file) && file.toRealPath().startsWith(top.toRealPath())
          ? Slashes.between(top.toRealPath(), file.toRealPath())
          : Slashes.of(file);
    } catch (InvalidPathException | IOException e) {
      return shown;
    }
  }
}
