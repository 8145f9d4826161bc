package dev.tiptoe.sql;

import java.util.Optional;

/** A server's version; what was not given counts as 0. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

  /** Reads {@code 16}, {@code 8.0} or {@code 10.11.6}; empty if it is none of these. */
  public static Optional<Version> of(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 3) {
      return Optional.empty();
    }
    int[] numbers = new int[3];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty()
          || parts[i].length() > 6
          || !parts[i].chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.empty();
      }
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return Optional.of(new Version(numbers[0], numbers[1], numbers[2]));
  }

  public boolean atLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
    return compareTo(new Version(wantedMajor, wantedMinor, wantedPatch)) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor != other.minor
        ? Integer.compare(minor, other.minor)
        : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    if (patch > 0) {
      return major + "." + minor + "." + patch;
    }
    return major >= 10 && minor == 0 ? Integer.toString(major) : major + "." + minor;
  }
}
