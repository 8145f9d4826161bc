package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** The tool that runs a migration, at its version if that is known. */
public record Runner(Layout layout, Optional<Version> version) {

  /** A runner of which nothing is known. */
  public static Runner unknown() {
    return new Runner(Layouts.PLAIN, Optional.empty());
  }

  public boolean is(Layout wanted) {
    return layout == wanted;
  }

  /** The parts of a migration, which together are the whole file. */
  public List<Section> sections(Script script) {
    return layout.sections(script, version);
  }

  /** What happens when an applied file is not what it was. */
  public Reaction edited() {
    return layout.edited(version);
  }

  /** What happens when the file of an applied migration is gone. */
  public Reaction deleted() {
    return layout.deleted(version);
  }

  /** What happens to a new migration that sorts before an applied one. */
  public Reaction late() {
    return layout.late(version);
  }

  /** The tool and its version, for people. */
  @Override
  public String toString() {
    return version.map(v -> layout.title() + " " + v).orElse(layout.title());
  }
}
