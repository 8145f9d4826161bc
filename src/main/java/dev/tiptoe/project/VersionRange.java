package dev.tiptoe.project;

import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** The versions from one up to another, which is out, that a project allows. */
record VersionRange(Version lowest, Version end) {

  private static final Version NEVER = new Version(Integer.MAX_VALUE, 0, 0);

  /**
   * Reads {@code 7.4.0}, {@code ^7.4}, {@code ~7.4.1} and {@code >=7.4}; empty for anything else.
   */
  static Optional<VersionRange> of(String text) {
    String operator = text.substring(0, operatorLength(text));
    return LockFile.version(text.substring(operator.length()).strip())
        .flatMap(
            lowest ->
                switch (operator) {
                  case "", "=" -> Optional.of(new VersionRange(lowest, next(lowest)));
                  case "^" -> Optional.of(new VersionRange(lowest, nextMajor(lowest)));
                  case "~" ->
                      Optional.of(
                          new VersionRange(
                              lowest, new Version(lowest.major(), lowest.minor() + 1, 0)));
                  case ">=" -> Optional.of(new VersionRange(lowest, NEVER));
                  default -> Optional.empty();
                });
  }

  /** Whether none of these versions divides the range. */
  boolean isUniform(List<Version> turningPoints) {
    return turningPoints.stream().noneMatch(v -> v.compareTo(lowest) > 0 && v.compareTo(end) < 0);
  }

  private static Version next(Version version) {
    return new Version(version.major(), version.minor(), version.patch() + 1);
  }

  /** Below 1.0 the second number takes the part of the first. */
  private static Version nextMajor(Version version) {
    return version.major() == 0
        ? new Version(0, version.minor() + 1, 0)
        : new Version(version.major() + 1, 0, 0);
  }

  private static int operatorLength(String text) {
    int length = 0;
    while (length < text.length() && "^~>=<".indexOf(text.charAt(length)) >= 0) {
      length++;
    }
    return length;
  }
}
