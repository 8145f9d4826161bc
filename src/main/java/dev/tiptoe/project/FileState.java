package dev.tiptoe.project;

import java.util.Optional;

/**
 * What became of a file since a {@link Base}.
 *
 * @param kind what happened to it
 * @param before the path that the base has it under, which is another than now if it was renamed;
 *     nothing if it was added
 */
public record FileState(Kind kind, Optional<String> before) {

  /** What can happen to a file; a change of its permissions is none. */
  public enum Kind {
    ADDED,
    MODIFIED,
    /** Not a byte of it changed. */
    RENAMED,
    RENAMED_AND_MODIFIED,
    DELETED,
    UNCHANGED
  }

  static final FileState ADDED = new FileState(Kind.ADDED, Optional.empty());

  static FileState of(Kind kind, String before) {
    return new FileState(kind, Optional.of(before));
  }
}
