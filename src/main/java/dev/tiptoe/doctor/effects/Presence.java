package dev.tiptoe.doctor.effects;

/** Whether what a statement does is in the database. */
public enum Presence {
  DONE,
  NOT_DONE,
  /** Some of its actions, or an index that was begun and not finished. */
  PARTLY,
  /** Nothing in the catalogue tells, as of a change of rows. */
  UNKNOWN
}
