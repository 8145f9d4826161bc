package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.layout.Section.Way;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** Prisma Migrate up to version 7: a folder for each migration, forward only. */
final class Prisma extends Layout {

  Prisma() {
    super("prisma", "Prisma Migrate");
  }

  @Override
  public Optional<Migration> migration(String path) {
    int slash = path.indexOf('/');
    if (slash < 0 || !path.substring(slash + 1).equals("migration.sql")) {
      return Optional.empty();
    }
    String name = path.substring(0, slash);
    return Optional.of(new Migration(path, Kind.VERSIONED, Order.byText(name), name));
  }

  @Override
  List<Section> sections(Script script, Optional<Version> version) {
    // Up to 7.3 a file is one message, which PostgreSQL runs as one transaction; from 7.4 on each
    // statement is sent alone.
    Wrapping wrapping =
        version.isEmpty()
            ? Wrapping.UNKNOWN
            : version.get().atLeast(7, 4, 0) || script.statements().size() == 1
                ? Wrapping.EACH_STATEMENT
                : Wrapping.SECTION;
    return List.of(new Section(new Span(0, script.file().text().length()), Way.UP, wrapping));
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(
        List.of(new SuffixNaming(), NumberNaming.ofFolders()), new BareFrame());
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn(
        "prisma migrate deploy does not look, so databases that have it stay as they are; prisma migrate dev wants to reset"
            + " every database that has it");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn(
        "prisma migrate deploy does not look; prisma migrate dev wants to reset every database that has it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "prisma migrate deploy runs it after the later ones, and a new database runs it before them");
  }
}
