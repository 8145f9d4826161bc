package dev.tiptoe.layout;

import dev.tiptoe.layout.Markers.Part;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** Atlas: files in the order of their names, guarded by {@code atlas.sum}. */
final class Atlas extends Layout {

  private static final List<String> OTHER_FORMATS = List.of("+goose", "migrate:");

  Atlas() {
    super("atlas", "Atlas");
  }

  @Override
  public Optional<Migration> migration(String path) {
    return path.indexOf('/') >= 0 || !Names.isSql(path)
        ? Optional.empty()
        : Optional.of(new Migration(path, Names.kind(path), Order.byText(path), path));
  }

  /** It also runs files that were written for goose or dbmate. */
  @Override
  List<Section> sections(Script script, Runner runner) {
    boolean alone = Markers.has(script, "atlas:txmode none");
    Wrapping wrapping = alone ? Wrapping.EACH_STATEMENT : Wrapping.SECTION;
    return Markers.sections(
        script,
        wrapping,
        comment -> {
          String words = Markers.words(comment);
          return OTHER_FORMATS.stream()
              .flatMap(tool -> Markers.way(words, tool).stream())
              .findFirst()
              .map(way -> new Part(way, wrapping));
        });
  }

  @Override
  Optional<String> obstacle(Script script, Statement statement) {
    return Markers.has(script, "atlas:delimiter")
        ? Optional.of(
            "the file sets a delimiter of its own with atlas:delimiter; write the steps in a file"
                + " without it")
        : Optional.empty();
  }

  @Override
  Optional<String> demand(Script script) {
    return Optional.of("Run atlas migrate hash afterwards, so that atlas.sum is right again.");
  }

  @Override
  Splitting splitting() {
    return new Splitting.Refused(
        "atlas.sum guards the folder; make the files with atlas migrate new, one for each step, or leave the steps in one (--steps inline)");
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("that begins with `-- atlas:txmode none`");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.stops(
        "atlas migrate apply stops until somebody runs atlas migrate hash; databases that ran it"
            + " will not run it again");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.stops(
        "atlas migrate apply stops until somebody runs atlas migrate hash; databases that ran it"
            + " keep what it did");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.stops(
        "atlas migrate apply stops in every database that ran the later one, unless --exec-order"
            + " is given");
  }
}
