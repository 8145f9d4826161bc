package dev.tiptoe.config;

import dev.tiptoe.sql.StatementHash;
import java.util.Comparator;

/**
 * A finding that a project lives with; all findings of a rule in the same statement are alike.
 *
 * @param file relative to the folder of the baseline, with slashes
 * @param hash of the statement, see {@link StatementHash}
 */
public record Accepted(String file, String rule, String hash) implements Comparable<Accepted> {

  private static final Comparator<Accepted> ORDER =
      Comparator.comparing(Accepted::file)
          .thenComparing(Accepted::rule)
          .thenComparing(Accepted::hash);

  /** The finding of a rule in the text of a statement. */
  public static Accepted in(String file, String rule, String statement) {
    return new Accepted(file, rule, StatementHash.of(statement));
  }

  @Override
  public int compareTo(Accepted other) {
    return ORDER.compare(this, other);
  }
}
