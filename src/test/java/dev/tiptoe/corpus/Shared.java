package dev.tiptoe.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Test material beside the project, which is not part of it. */
final class Shared {

  private Shared() {}

  /** Returns a folder of the material, or skips the test that asks if it is not there. */
  static Path folder(String name) {
    Path folder = Path.of(System.getProperty("tiptoe.shared", "../shared"), name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "real migrations are not tested: no " + folder + " (-Dtiptoe.shared=<folder>)");
    return folder;
  }
}
