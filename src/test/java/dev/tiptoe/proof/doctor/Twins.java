package dev.tiptoe.proof.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Any number of patients who have gone through the same. */
record Twins(Patient first, Path folder, Onset onset) implements AutoCloseable {

  /** What a patient goes through. */
  interface Onset {
    void happenTo(Patient patient) throws IOException, SQLException;
  }

  static Twins of(Ward ward, Path folder, Onset onset) throws IOException, SQLException {
    Patient first = Patient.admitted(ward, folder);
    onset.happenTo(first);
    return new Twins(first, folder, onset);
  }

  /** Returns a further one; where a server can copy a database, that is faster than to go on. */
  Patient next() throws IOException, SQLException {
    if (first.ward().isPostgresql()) {
      return first.copy(folder);
    }
    Patient next = Patient.admitted(first.ward(), folder);
    onset.happenTo(next);
    return next;
  }

  @Override
  public void close() throws SQLException {
    first.close();
  }
}
