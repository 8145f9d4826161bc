package dev.tiptoe.facts;

import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.sql.Target;
import java.util.Optional;

/**
 * The measured operation that a change of a column's type amounts to.
 *
 * @param operation its id in the table of facts
 */
public record TypeConversion(String operation, Fit fit) {

  /** What becomes of the values that are there. */
  public enum Fit {
    /** The new type holds them all. */
    ALL,
    /** One that does not fit stops the statement. */
    CHECKED,
    /** They are rounded or cut without a word. */
    CUT
  }

  static TypeConversion of(String operation, Fit fit) {
    return new TypeConversion(operation, fit);
  }

  /**
   * Empty if nothing like it was measured.
   *
   * @param using whether the statement says how values are converted
   * @param bytes of the longest character in the column's character set; on MySQL and MariaDB
   */
  public static Optional<TypeConversion> of(
      TypeName from, TypeName to, boolean using, int bytes, Target target) {
    return target.dialect().isMySqlLike()
        ? MySqlConversion.of(from, to, bytes)
        : PostgresConversion.of(from, to, using);
  }
}
