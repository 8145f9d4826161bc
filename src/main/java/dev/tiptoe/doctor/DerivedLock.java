package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What tools make the numbers of their locks of, so that each database has its own. */
final class DerivedLock {

  private DerivedLock() {}

  static String databaseName(Database database) throws DatabaseProblem {
    return database.target().dialect().isMySqlLike()
        ? database.schema()
        : database.query("SELECT current_database() AS name").get(0).text("name");
  }

  /** The CRC-32 of a text, from 0 to 2^32 - 1. */
  static long crc32(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
