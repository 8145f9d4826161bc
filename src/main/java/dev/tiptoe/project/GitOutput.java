package dev.tiptoe.project;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a run of git came to. */
final class GitOutput {

  private final int exit;
  private final byte[] bytes;
  private final String error;

  GitOutput(int exit, byte[] bytes, String error) {
    this.exit = exit;
    this.bytes = bytes;
    this.error = error;
  }

  /** 0 unless it failed; some commands answer "no" with 1. */
  int exit() {
    return exit;
  }

  /** Its standard output; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  /** Its standard output as text. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The parts of its standard output, if it was asked for them with {@code -z}. */
  List<String> parts() {
    return bytes.length == 0 ? List.of() : List.of(text().split("\0"));
  }

  /** Its standard error. */
  String error() {
    return error;
  }
}
