package dev.tiptoe.config;

import java.util.List;

/** A JSON value that knows where it stands. */
sealed interface Json {

  int offset();

  /** What it is, for a person: "a number". */
  String kind();

  record Text(int offset, String value) implements Json {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A number as it is written. */
  record Digits(int offset, String value) implements Json {
    @Override
    public String kind() {
      return "a number";
    }
  }

  record Flag(int offset, boolean value) implements Json {
    @Override
    public String kind() {
      return String.valueOf(value);
    }
  }

  record Null(int offset) implements Json {
    @Override
    public String kind() {
      return "null";
    }
  }

  record Items(int offset, List<Json> items) implements Json {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** An object; a key that is written twice is here twice. */
  record Members(int offset, List<Member> members) implements Json {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** A key and its value; the offset is that of the key. */
  record Member(int offset, String key, Json value) {}
}
