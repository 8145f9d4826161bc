package dev.tiptoe.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Something to look at.
 *
 * @param title what it is, for a person
 * @param folder where commands are run
 * @param target what Tiptoe is given
 * @param files what is looked at, for commands that take files; below the folder
 */
record Workload(String title, Path folder, String target, List<String> files) {

  /** One file. */
  static Workload file(String title, Path file) {
    String name = file.getFileName().toString();
    return new Workload(title, file.getParent(), name, List.of(name));
  }
}
