package dev.tiptoe.layout;

import dev.tiptoe.layout.Markers.Part;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** goose: both ways in one file, each statement sent alone within one transaction. */
final class Goose extends Layout {

  private static final Version REFUSES_LATE_FILES = new Version(3, 3, 0);

  Goose() {
    super("goose", "goose");
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.numbered(path);
  }

  @Override
  public List<Version> turningPoints() {
    return List.of(REFUSES_LATE_FILES);
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    boolean alone = Markers.has(script, "+goose no transaction");
    Wrapping wrapping = alone ? Wrapping.EACH_STATEMENT : Wrapping.SECTION;
    return Markers.sections(
        script,
        wrapping,
        comment ->
            Markers.way(Markers.words(comment), "+goose").map(way -> new Part(way, wrapping)));
  }

  @Override
  Span frame(Script script, Statement statement) {
    return Blocks.frame(script, statement, "+goose");
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(
        List.of(NumberNaming.ofFiles()),
        new MarkedFrame(
            List.of("-- +goose Up"),
            List.of("-- +goose NO TRANSACTION", "-- +goose Up"),
            "-- +goose Down",
            new FrameText.Fence("-- +goose StatementBegin", ";", "-- +goose StatementEnd")));
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("that begins with `-- +goose NO TRANSACTION`");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("goose does not look, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn(
        "goose up does not look, so databases that ran it keep what it did, and new ones never get"
            + " it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return version.isPresent() && version.get().compareTo(REFUSES_LATE_FILES) < 0
        ? Reaction.skips("goose up passes it over in every database that ran the later one")
        : Reaction.stops(
            "goose up stops in every database that ran the later one, unless -allow-missing is"
                + " given");
  }

  /** With ENVSUB it replaces environment variables. */
  @Override
  boolean replaces(String placeholder) {
    return placeholder.startsWith("${");
  }
}
