package dev.tiptoe.layout;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** sqlx for Rust: numbered files, simple or in pairs, guarded by a checksum. */
final class Sqlx extends Layout {

  Sqlx() {
    super("sqlx", "sqlx");
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.numberedAndDescribed(path);
  }

  /** The mark counts as the very first characters, and on PostgreSQL alone. */
  @Override
  List<Section> sections(Script script, Runner runner) {
    boolean alone =
        script.target().is(Dialect.POSTGRESQL)
            && script.file().text().startsWith("-- no-transaction");
    return List.of(alone ? Section.oneMessage(script) : Section.whole(script, Wrapping.SECTION));
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(
        List.of(NumberNaming.ofFiles()), new PairedFrame(List.of("-- no-transaction")));
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("that begins with `-- no-transaction`");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.stops(
        "sqlx migrate stops in every database that ran it, because its checksum has changed; a line"
            + " end or a comment is enough for that");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.stops(
        "sqlx migrate stops in every database that ran it, because an applied migration is missing,"
            + " unless it is told to ignore that");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "sqlx migrate runs it after the later ones, and a new database runs it before them");
  }
}
