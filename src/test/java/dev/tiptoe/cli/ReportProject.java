package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project of testdata/reports: files with odd names, with findings, with fixes and without. */
final class ReportProject {

  private final Path folder;

  /** Writes its files into a folder. */
  ReportProject(Path folder) throws IOException {
    this.folder = folder;
    for (String file :
        Files.readString(Path.of("testdata", "reports", "project.txt")).split("(?m)^=== ")) {
      if (!file.isEmpty()) {
        String[] nameAndText = file.split("\n", 2);
        Session.write(folder.resolve(nameAndText[0]), nameAndText[1]);
      }
    }
  }

  /** What a format writes of all files and of one that is not there. */
  String findings(String format) {
    Session session = new Session(folder);
    int exit =
        session.run(
            "--dialect",
            "postgresql",
            "--server-version",
            "16",
            "--format",
            format,
            "db",
            "missing.sql");
    assertThat(exit).isEqualTo(ExitCode.WRONG_USE);
    return session.out();
  }

  /** What a format writes where there is nothing to find. */
  String nothing(String format) {
    Session session = new Session(folder);
    assertThat(session.run("--dialect", "postgresql", "--format", format, "db/4 new.sql")).isZero();
    return session.out();
  }

  /** The text of a file after all fixes. */
  String fixed(String path) throws IOException {
    Path copy = Session.write(folder.resolve("fixed.sql"), Files.readString(folder.resolve(path)));
    new Session(folder)
        .run("--dialect", "postgresql", "--server-version", "16", "--fix", "fixed.sql");
    return Files.readString(copy);
  }

  String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }
}
