package dev.tiptoe.sql;

/** The server a migration is meant for. */
public record Target(Dialect dialect, Version version) {

  /** The dialect at the oldest version its vendor still supports. */
  public static Target oldest(Dialect dialect) {
    return new Target(dialect, dialect.oldestSupported());
  }

  public boolean is(Dialect wanted) {
    return dialect == wanted;
  }

  /** Whether this is the dialect, at this version or later. */
  public boolean is(Dialect wanted, int major, int minor, int patch) {
    return dialect == wanted && version.atLeast(major, minor, patch);
  }

  @Override
  public String toString() {
    return dialect.title() + " " + version;
  }
}
