package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How one migration tool names, orders, wraps and guards its files. Layouts hold no state. */
public abstract class Layout {

  private final String id;
  private final String title;

  Layout(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The word for the configuration. */
  public final String id() {
    return id;
  }

  /** The name as its makers write it. */
  public final String title() {
    return title;
  }

  /**
   * What the tool takes a file for; empty if it passes the file over.
   *
   * @param path below the folder of migrations, with slashes
   */
  public abstract Optional<Migration> migration(String path);

  /** The migrations among the files of a folder, in the order in which the tool runs them. */
  public final List<Migration> inOrder(Collection<String> paths) {
    return paths.stream()
        .map(this::migration)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Migration::order).thenComparing(Migration::path))
        .toList();
  }

  /**
   * The parts of a migration, which together are the whole file.
   *
   * @param version of the tool, if it is known
   */
  abstract List<Section> sections(Script script, Optional<Version> version);

  /** What the tool does when an applied file is not what it was. */
  abstract Reaction edited(Optional<Version> version);

  /** What the tool does when the file of an applied migration is gone. */
  abstract Reaction deleted(Optional<Version> version);

  /** What the tool does about a new migration that sorts before an applied one. */
  abstract Reaction late(Optional<Version> version);
}
