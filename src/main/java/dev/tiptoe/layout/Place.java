package dev.tiptoe.layout;

import java.util.List;

/**
 * Where a migration stands.
 *
 * @param path below the folder of migrations, with slashes; empty if it is not known
 * @param files the paths of all files in that folder
 */
public record Place(String path, List<String> files) {

  public Place {
    files = List.copyOf(files);
  }

  /** That of a text which stands in no folder. */
  public static Place unknown() {
    return new Place("", List.of());
  }
}
