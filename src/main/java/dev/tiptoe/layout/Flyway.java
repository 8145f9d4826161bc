package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flyway: versioned, repeatable, baseline and undo migrations by the first letter of a name. */
final class Flyway extends Layout {

  /** PostgreSQL refuses these in a transaction, so Flyway runs a file with one of them without. */
  private static final List<String> NOT_IN_A_TRANSACTION =
      List.of(
          "CREATE INDEX CONCURRENTLY ",
          "CREATE UNIQUE INDEX CONCURRENTLY ",
          "DROP INDEX CONCURRENTLY ",
          "CREATE DATABASE ",
          "CREATE TABLESPACE ",
          "CREATE SUBSCRIPTION ",
          "DROP DATABASE ",
          "DROP TABLESPACE ",
          "DROP SUBSCRIPTION ",
          "ALTER SYSTEM ",
          "REINDEX SCHEMA ",
          "REINDEX DATABASE ",
          "REINDEX SYSTEM ",
          "REINDEX VERBOSE SCHEMA ",
          "REINDEX VERBOSE DATABASE ",
          "REINDEX VERBOSE SYSTEM ",
          "VACUUM ",
          "DISCARD ALL ");

  Flyway() {
    super("flyway", "Flyway");
  }

  @Override
  public int depth() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Optional<Migration> migration(String path) {
    String name = name(path);
    int separator = name.indexOf("__");
    if (separator < 1 || !Names.isSql(name)) {
      return Optional.empty();
    }
    String version = name.substring(1, separator);
    String description = name.substring(separator + 2);
    if (name.charAt(0) == 'R' && version.isEmpty()) {
      Order last = Order.byText(description).inGroup(1);
      return Optional.of(new Migration(path, Kind.REPEATABLE, last, name));
    }
    if (!isVersion(version)) {
      return Optional.empty();
    }
    Order order = Order.byNumbers(version, description);
    return switch (name.charAt(0)) {
      case 'V' -> Optional.of(new Migration(path, Kind.VERSIONED, order, name));
      case 'B' -> Optional.of(new Migration(path, Kind.BASELINE, order, name));
      case 'U' -> Optional.of(new Migration(path, Kind.DOWN, order, name));
      default -> Optional.empty();
    };
  }

  private static boolean isVersion(String text) {
    return Names.digits(text) > 0
        && text.chars().allMatch(c -> c == '.' || c == '_' || (c >= '0' && c <= '9'));
  }

  @Override
  public Optional<String> settings(String path) {
    return Optional.of(path + ".conf");
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    boolean alone =
        isOutside(runner.settings())
            || (script.target().is(Dialect.POSTGRESQL)
                && script.statements().stream().anyMatch(s -> isOutside(script, s)));
    return List.of(Section.whole(script, alone ? Wrapping.EACH_STATEMENT : Wrapping.SECTION));
  }

  private static boolean isOutside(String settings) {
    return settings
        .lines()
        .map(line -> line.replace(" ", "").toLowerCase(Locale.ROOT))
        .anyMatch("executeintransaction=false"::equals);
  }

  private static boolean isOutside(Script script, Statement statement) {
    String head = Head.of(script, statement);
    return Head.startsWith(head, NOT_IN_A_TRANSACTION)
        || (!script.target().is(Dialect.POSTGRESQL, 12, 0, 0)
            && head.startsWith("ALTER TYPE ")
            && head.contains(" ADD VALUE "));
  }

  @Override
  Optional<String> concurrently() {
    return Optional.of(
        "Flyway's own lock is held in a transaction for which CONCURRENTLY waits for ever;"
            + " set flyway.postgresql.transactional.lock=false.");
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(FlywayNaming.all(), new FlywayFrame());
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("with no other statement in it");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.stops(
        "flyway migrate stops in every database that ran it, because its checksum has changed,"
            + " until somebody runs flyway repair; a repeatable migration runs again instead");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.stops(
        "flyway migrate stops in every database that ran it, because an applied migration is"
            + " missing, unless it was the newest one");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.stops(
        "flyway migrate stops in every database that ran the later one, unless outOfOrder is set");
  }

  /** Its placeholders are on unless they are turned off. */
  @Override
  boolean replaces(String placeholder) {
    return placeholder.startsWith("${");
  }
}
