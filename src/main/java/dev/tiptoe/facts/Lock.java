package dev.tiptoe.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a statement keeps others from while it runs, as the servers name it; weakest first. */
public enum Lock {
  NONE(false, false),
  ACCESS_SHARE(false, false),
  ROW_SHARE(false, false),
  ROW_EXCLUSIVE(false, false),
  SHARE_UPDATE_EXCLUSIVE(false, false),
  SHARE(false, true),
  SHARE_ROW_EXCLUSIVE(false, true),
  EXCLUSIVE(false, true),
  ACCESS_EXCLUSIVE(true, true);

  private static final Map<String, Lock> BY_NAME = new HashMap<>();

  static {
    for (Lock lock : values()) {
      BY_NAME.put(lock.name().replace('_', ' '), lock);
    }
    // What MySQL and MariaDB call so.
    BY_NAME.put("SHARED", SHARE);
  }

  private final boolean blocksReads;
  private final boolean blocksWrites;

  Lock(boolean blocksReads, boolean blocksWrites) {
    this.blocksReads = blocksReads;
    this.blocksWrites = blocksWrites;
  }

  /**
   * A lock mode of PostgreSQL, or MySQL's NONE, SHARED or EXCLUSIVE; empty if none is called so.
   */
  public static Optional<Lock> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public boolean blocksReads() {
    return blocksReads;
  }

  public boolean blocksWrites() {
    return blocksWrites;
  }

  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
