package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/**
 * Prisma Migrate up to version 7: a folder for each migration, forward only. What it does was
 * measured with 6.19 and 7.10.
 */
final class Prisma extends Layout {

  /** From here on the statements of a file are sent one by one to PostgreSQL. */
  private static final Version SPLITS = new Version(7, 4, 0);

  /** What its splitter cannot parse; a file with one of these still goes as a whole. */
  private static final List<String> NOT_PARSED =
      List.of(
          "DO ",
          "DROP INDEX CONCURRENTLY ",
          "REINDEX ",
          "CREATE PROCEDURE ",
          "CREATE OR REPLACE PROCEDURE ",
          "LOCK TABLE ",
          "VACUUM ANALYZE ",
          "ALTER SEQUENCE ",
          "REFRESH MATERIALIZED VIEW ");

  Prisma() {
    super("prisma", "Prisma Migrate");
  }

  @Override
  public int depth() {
    return 2;
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.folder(path, "migration.sql")
        .map(name -> new Migration(path, Kind.VERSIONED, Order.byText(Collation.key(name)), name));
  }

  @Override
  public List<Version> turningPoints() {
    return List.of(SPLITS);
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    return List.of(Section.whole(script, wrapping(script, runner.version())));
  }

  private static Wrapping wrapping(Script script, Optional<Version> version) {
    Wrapping whole = Section.oneMessage(script).wrapping();
    if (whole == Wrapping.EACH_STATEMENT || isNotParsed(script)) {
      return whole;
    }
    return version
        .map(v -> v.compareTo(SPLITS) < 0 ? whole : Wrapping.EACH_STATEMENT)
        .orElse(Wrapping.UNKNOWN);
  }

  private static boolean isNotParsed(Script script) {
    return script.statements().stream()
        .map(statement -> Head.of(script, statement))
        .anyMatch(
            head ->
                Head.startsWith(head, NOT_PARSED)
                    || head.contains(" ATTACH PARTITION ")
                    || head.contains(" USING INDEX "));
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(List.of(new SuffixNaming()), new BareFrame());
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("with no other statement in it");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn(
        "prisma migrate deploy does not look, so databases that have it stay as they are;"
            + " prisma migrate dev wants to reset every database that has it");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn(
        "prisma migrate deploy does not look; prisma migrate dev wants to reset every database"
            + " that has it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "prisma migrate deploy runs it after the later ones, and a new database runs it before"
            + " them");
  }
}
