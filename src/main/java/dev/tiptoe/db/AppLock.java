package dev.tiptoe.db;

/** A lock that is held until it is closed, or its connection ends. */
public final class AppLock implements AutoCloseable {

  private final Runnable release;

  AppLock(Runnable release) {
    this.release = release;
  }

  @Override
  public void close() {
    release.run();
  }
}
