package dev.tiptoe.project;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.sql.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

public final class Homes {
  private final Optional<Version> version;

  public Homes(Optional<Layout> tool, Optional<Version> version) {
    this.version = version;
  }

  public Home of(Path file, String text) {
    Path abs = file.toAbsolutePath().normalize();
    if (abs.getFileName().toString().equals("migration.sql")) {
      return new Home(abs.getParent().getParent(), new Runner(Layouts.PRISMA, version));
    }
    return new Home(abs.getParent(), new Runner(Layouts.PLAIN, version));
  }

  public Home of(Path file) {
    return of(file, "");
  }

  public List<Home> below(Path folder) throws FileProblem {
    return List.of();
  }
}
