package dev.tiptoe.doctor.effects;

/** Whether two descriptions mean the same. */
enum Likeness {
  SAME,
  DIFFERENT,
  /** They are spelt so differently, or say so little, that nobody can tell. */
  UNCLEAR;

  static Likeness of(boolean same) {
    return same ? SAME : DIFFERENT;
  }

  /** Both; what differs in one way is different. */
  Likeness and(Likeness other) {
    if (this == DIFFERENT || other == DIFFERENT) {
      return DIFFERENT;
    }
    return this == UNCLEAR ? this : other;
  }
}
