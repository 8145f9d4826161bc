package dev.tiptoe.doctor;

import dev.tiptoe.sql.Dialect;

/** What commands name: the folder of migrations and the kind of database. */
record Site(MigrationFolder folder, Dialect dialect) {

  /** The folder as a word of a command. */
  String directory() {
    return Shell.word(folder.shown().isEmpty() ? "." : folder.shown());
  }
}
