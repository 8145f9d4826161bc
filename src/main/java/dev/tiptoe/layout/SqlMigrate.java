package dev.tiptoe.layout;

import dev.tiptoe.layout.Markers.Part;
import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** sql-migrate for Go: both ways in one file. */
final class SqlMigrate extends Layout {

  SqlMigrate() {
    super("sql-migrate", "sql-migrate");
  }

  @Override
  public Optional<Migration> migration(String path) {
    if (path.indexOf('/') >= 0 || !Names.isSql(path)) {
      return Optional.empty();
    }
    Order order = Order.byNumbers(path.substring(0, Names.digits(path)), path);
    return Optional.of(new Migration(path, Kind.VERSIONED, order, path));
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    return Markers.sections(
        script,
        Wrapping.SECTION,
        comment -> {
          String words = Markers.words(comment);
          boolean alone = words.contains(" notransaction");
          return Markers.way(words, "+migrate")
              .map(way -> new Part(way, alone ? Wrapping.EACH_STATEMENT : Wrapping.SECTION));
        });
  }

  @Override
  Span frame(Script script, Statement statement) {
    return Blocks.frame(script, statement, "+migrate");
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("that begins with `-- +migrate Up notransaction`");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("sql-migrate does not look, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.stops(
        "sql-migrate stops in every database that ran it, because the database knows a migration"
            + " that has no file");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "sql-migrate runs it after the later ones, and a new database runs it before them");
  }
}
