package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/**
 * pop for Go, and Ory's variant of it: a file up and a file down for each number and, where they
 * differ, for each database.
 */
final class Pop extends Layout {

  private static final String AUTOCOMMIT = "autocommit";

  Pop() {
    super("pop", "pop");
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.upOrDown(path);
  }

  /** A file shares a transaction with the row that records it, unless its name says otherwise. */
  @Override
  List<Section> sections(Script script, Runner runner) {
    boolean alone = List.of(name(script.file().path()).split("\\.", -1)).contains(AUTOCOMMIT);
    return List.of(alone ? Section.oneMessage(script) : Section.whole(script, Wrapping.SECTION));
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("whose name ends in .autocommit.up.sql (Ory's variant knows that)");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("pop does not look, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn("databases that ran it keep what it did, and new ones never get it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "pop runs it after the later ones, and a new database runs it before them");
  }
}
