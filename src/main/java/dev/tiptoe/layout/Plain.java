package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SQL files of which nobody knows what runs them; taken in the order of their names. */
final class Plain extends Layout {

  Plain() {
    super("plain", "plain SQL files");
  }

  @Override
  public Optional<Migration> migration(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".sql")) {
      return Optional.empty();
    }
    Kind kind =
        lower.equals("down.sql") || lower.endsWith(".down.sql") ? Kind.DOWN : Kind.VERSIONED;
    // What is in a comes before what is in a-b.
    return Optional.of(new Migration(path, kind, Order.byText(path.replace('/', '\0')), path));
  }

  @Override
  List<Section> sections(Script script, Optional<Version> version) {
    return Markers.sections(script, Wrapping.UNKNOWN);
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("databases that ran it as it was will not run it again");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn("databases that ran it keep what it did, and new ones never get it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "databases that ran the later one run this after it, and new ones before it");
  }
}
