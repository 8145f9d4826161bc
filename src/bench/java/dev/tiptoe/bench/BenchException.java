package dev.tiptoe.bench;

/** Nothing can be measured; the message tells a person why. */
final class BenchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BenchException(String message) {
    super(message);
  }
}
