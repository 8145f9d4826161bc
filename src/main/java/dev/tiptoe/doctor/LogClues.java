package dev.tiptoe.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an error of Prisma Migrate tells, be it pasted, in the log of a container or in the column
 * {@code logs}.
 *
 * @param codes of Prisma, such as P3009, in the order in which they first appear
 * @param mentions what is said of the migrations that failed, of each once; one without a name if
 *     the error names none
 * @param others the names of migrations that did not fail in this database: what a command was
 *     refused for, or what failed on the shadow database
 * @param error the last one of a database
 */
public record LogClues(
    List<String> codes,
    List<Mention> mentions,
    List<String> others,
    Optional<DatabaseError> error) {

  /**
   * What is said of a migration; of what is said several times, the last.
   *
   * @param started when the run began of which P3009 tells
   */
  public record Mention(
      Optional<String> name, Optional<Instant> started, Optional<DatabaseError> error) {}

  public LogClues {
    codes = List.copyOf(codes);
    mentions = List.copyOf(mentions);
    others = List.copyOf(others);
  }

  /** The clues in any text, which may hold none. */
  public static LogClues in(String text) {
    return new LogReader(text).read();
  }

  /** The names of the migrations that failed. */
  public List<String> names() {
    return mentions.stream().flatMap(mention -> mention.name().stream()).toList();
  }

  /** Why a migration failed, if that is told. */
  public Optional<DatabaseError> error(String name) {
    return mentions.stream()
        .filter(mention -> mention.name().filter(name::equals).isPresent())
        .flatMap(mention -> mention.error().stream())
        .findFirst();
  }

  /** Whether Prisma gave one of its codes. */
  public boolean has(String code) {
    return codes.contains(code);
  }
}
