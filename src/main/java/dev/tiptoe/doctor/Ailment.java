package dev.tiptoe.doctor;

import java.util.Locale;

/** What can be wrong; each has a page of its name in the documentation. */
public enum Ailment {
  HEALTHY("nothing is wrong"),
  RUNNING("a migration is running now"),
  APPLIED_BUT_NOT_RECORDED("everything is there, and only the record says otherwise"),
  NULLS_LEFT("the column is there, but not yet required"),
  NOTHING_APPLIED("nothing of the migration is there"),
  PARTLY_APPLIED("some of the migration is there, and some is not"),
  INVALID_INDEX("an index was begun and not finished"),
  FAILED_FOR_A_MOMENT("it failed for a reason that has passed"),
  FAILED_BESIDE_LATER("a failed migration has later ones behind it"),
  UNKNOWN_MIGRATION("the database knows a failed migration that no file has"),
  BOTH_MARKS("a migration counts as applied and as rolled back"),
  NO_MIGRATIONS_TABLE("there are tables, but no record of migrations"),
  EDITED_MIGRATION("a file is not what it was when it was applied"),
  DELETED_MIGRATION("the file of an applied migration is gone"),
  START_OVER("begin anew with one migration"),
  SHADOW_DATABASE("a migration does not run from the beginning"),
  NOT_FAILED("the migration that was named did not fail"),
  CANNOT_TELL("nothing tells how far it came");

  private final String title;

  Ailment(String title) {
    this.title = title;
  }

  /** Its name for programs and in the documentation. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, in a few words. */
  public String title() {
    return title;
  }
}
