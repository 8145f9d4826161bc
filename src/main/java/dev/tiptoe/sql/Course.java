package dev.tiptoe.sql;

/** Whether a statement runs when its file does; each is less certain than the one before. */
public enum Course {
  ALWAYS,
  /** Code asks the server first whether it is done, or takes it for no error if it is. */
  UNLESS_DONE,
  /** Code decides on a condition that only the server knows. */
  PERHAPS;

  /** That of a statement of this course in code of another. */
  Course under(Course outer) {
    return compareTo(outer) < 0 ? outer : this;
  }
}
