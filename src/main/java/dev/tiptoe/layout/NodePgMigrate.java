package dev.tiptoe.layout;

import dev.tiptoe.layout.Markers.Part;
import dev.tiptoe.layout.Section.Way;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/**
 * The SQL files of node-pg-migrate: both ways in one file; all that is pending is one transaction.
 */
final class NodePgMigrate extends Layout {

  NodePgMigrate() {
    super("node-pg-migrate", "node-pg-migrate");
  }

  /** The way that the words of a marker open. */
  static Optional<Way> way(String words) {
    return switch (words) {
      case "up migration" -> Optional.of(Way.UP);
      case "down migration" -> Optional.of(Way.DOWN);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.numbered(path);
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    return Markers.sections(
        script,
        Wrapping.ALL_PENDING,
        comment -> way(Markers.words(comment)).map(way -> new Part(way, Wrapping.ALL_PENDING)));
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn(
        "node-pg-migrate compares names only, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.stops(
        "node-pg-migrate stops in databases that ran it as soon as there is a later one, unless"
            + " --no-check-order is given");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.stops(
        "node-pg-migrate stops in every database that ran the later one, unless --no-check-order is"
            + " given");
  }
}
