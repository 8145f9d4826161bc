package dev.tiptoe.layout;

import java.util.ArrayList;
import java.util.List;

/** {@code V5__port.sql} is followed by {@code V5.1__port_2_fill.sql}, or by V5.0.1 and deeper. */
final class FlywayNaming implements Naming {

  private final String below;

  private FlywayNaming(String below) {
    this.below = below;
  }

  /** The ways to number what comes between a version and the next, the shortest first. */
  static List<Naming> all() {
    return List.of(new FlywayNaming("."), new FlywayNaming(".0."), new FlywayNaming(".0.0."));
  }

  @Override
  public List<String> paths(String original, List<String> words) {
    int separator = original.indexOf("__", original.lastIndexOf('/') + 1);
    int end = original.lastIndexOf('.');
    List<String> paths = new ArrayList<>();
    for (int i = 0; separator >= 0 && separator < end && i < words.size(); i++) {
      paths.add(
          original.substring(0, separator)
              + below
              + (i + 1)
              + original.substring(separator, end)
              + "_"
              + words.get(i)
              + original.substring(end));
    }
    return paths;
  }
}
