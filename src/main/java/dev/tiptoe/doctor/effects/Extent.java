package dev.tiptoe.doctor.effects;

/** How much of a migration is in the database. */
public enum Extent {
  NOTHING,
  SOME,
  ALL,
  /** Nothing in the catalogue tells, as of a migration that changes rows alone. */
  UNKNOWN
}
