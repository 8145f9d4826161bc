package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** golang-migrate: a file up and a file down for each number; only the last number is recorded. */
final class GolangMigrate extends Layout {

  GolangMigrate() {
    super("golang-migrate", "golang-migrate");
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.upOrDown(path);
  }

  /** A file is one message. */
  @Override
  List<Section> sections(Script script, Runner runner) {
    return List.of(Section.oneMessage(script));
  }

  @Override
  Optional<String> demand(Script script) {
    return script.target().dialect().isMySqlLike() && script.statements().size() == 1
        ? Optional.of(
            "golang-migrate runs more than one statement of a file only with multiStatements=true"
                + " in the database URL.")
        : Optional.empty();
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(List.of(NumberNaming.ofFiles()), new PairedFrame(List.of()));
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("with no other statement in it");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("migrate does not look, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.stops(
        "migrate stops in a database whose last migration it is, because it finds no file for that"
            + " version; other databases stay as they are");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.skips(
        "migrate up goes on from the last version, so a database that ran the later one never runs"
            + " this");
  }
}
