package dev.tiptoe.measure;

import dev.tiptoe.sql.SqlMode;

/** An operation as it is asked of a server. */
record Asked(String id, SqlMode mode) {

  static Asked strict(String id) {
    return new Asked(id, SqlMode.STRICT);
  }
}
