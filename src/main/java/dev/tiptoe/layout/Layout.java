package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
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

  /** Why later steps of a migration cannot be migrations of their own; empty if they can. */
  public final Optional<String> splitRefusal() {
    return splitting() instanceof Splitting.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  /**
   * The files of new migrations that run right after one, in the order of {@code followers}; empty
   * if the tool or the names of others leave no room for them.
   *
   * @param text of the migration at {@code place}
   */
  public final Optional<List<NewFile>> filesAfter(
      Place place, String text, Target target, List<Follower> followers) {
    Frame.Original original = new Frame.Original(place.path(), text, place.files(), target);
    return splitting() instanceof Splitting.Allowed allowed
        ? new Followers(this, original).files(allowed, followers)
        : Optional.empty();
  }

  /** Whether and how the later steps of a migration can be migrations of their own. */
  Splitting splitting() {
    return new Splitting.Refused(
        "it is not known how "
            + title
            + " would take further migrations; write the steps into this one (--steps inline)");
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
