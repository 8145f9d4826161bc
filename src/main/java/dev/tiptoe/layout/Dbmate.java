package dev.tiptoe.layout;

import dev.tiptoe.layout.Markers.Part;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** dbmate: one or more pairs of ways up and down in a file, each sent as one message. */
final class Dbmate extends Layout {

  Dbmate() {
    super("dbmate", "dbmate");
  }

  /** It sorts by the names as text, so that 10 comes before 9. */
  @Override
  public Optional<Migration> migration(String path) {
    return Names.numbered(path)
        .map(m -> new Migration(path, Migration.Kind.VERSIONED, Order.byText(path), path));
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    return Markers.sections(script, Wrapping.SECTION, Dbmate::part).stream()
        .map(s -> s.wrapping() == Wrapping.SECTION ? s : s.asOneMessage(script))
        .toList();
  }

  private static Optional<Part> part(String comment) {
    String words = Markers.words(comment);
    Wrapping wrapping =
        words.contains(" transaction:false") ? Wrapping.EACH_STATEMENT : Wrapping.SECTION;
    return Markers.way(words, "migrate:").map(way -> new Part(way, wrapping));
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(
        List.of(NumberNaming.ofFiles()),
        new MarkedFrame(
            List.of("-- migrate:up"),
            List.of("-- migrate:up transaction:false"),
            "-- migrate:down",
            FrameText.Fence.NONE));
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("that begins with `-- migrate:up transaction:false`");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("dbmate does not look, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn(
        "dbmate does not look, so databases that ran it keep what it did, and new ones never get"
            + " it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "dbmate runs it after the later ones, and a new database runs it before them; with --strict"
            + " it stops instead");
  }
}
