package dev.tiptoe.config;

/** Something wrong in a file of the project's decisions, in words for the person who wrote it. */
public record Problem(Origin origin, String message) {

  @Override
  public String toString() {
    String column = origin.column() == 0 ? "" : ":" + origin.column();
    return origin + column + ": " + message;
  }
}
