package dev.tiptoe.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run sees of the world, so that tests can be one.
 *
 * @param folder the folder that relative paths start from
 * @param terminal whether a person looks at {@code out}
 */
record Surroundings(
    Path folder,
    Map<String, String> variables,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal) {

  /** The value of an environment variable; empty if it is not set. */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }
}
