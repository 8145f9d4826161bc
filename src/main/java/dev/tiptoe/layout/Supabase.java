package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** Supabase: files in the order of their time stamps, forward only. */
final class Supabase extends Layout {

  Supabase() {
    super("supabase", "Supabase");
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.numberedAndDescribed(path);
  }

  /**
   * The statements of a file go with its record in one batch; newer versions send those with
   * CONCURRENTLY alone.
   */
  @Override
  List<Section> sections(Script script, Runner runner) {
    boolean parted =
        script.statements().stream().anyMatch(s -> Head.of(script, s).contains(" CONCURRENTLY "));
    return List.of(Section.whole(script, parted ? Wrapping.UNKNOWN : Wrapping.SECTION));
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn(
        "supabase db push compares time stamps only, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.stops(
        "supabase db push stops in every database that ran it, because the folder lacks it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.stops(
        "supabase db push stops in every database that ran the later one, unless --include-all is"
            + " given");
  }
}
