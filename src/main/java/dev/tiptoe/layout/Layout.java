package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.Span;
import java.util.Collection;
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
    return inOrder(paths, "");
  }

  /**
   * The migrations among the files of a folder, in the order in which the tool runs them.
   *
   * @param index the text of the file that {@link #index} names; empty if there is none
   */
  public List<Migration> inOrder(Collection<String> paths, String index) {
    return paths.stream()
        .map(this::migration)
        .flatMap(Optional::stream)
        .sorted(Migration.IN_ORDER)
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
        "Tiptoe cannot add migrations for "
            + title
            + " yet; leave the steps in one (--steps inline)");
  }

  /** How many names the path of a migration has at most, counted from the folder of migrations. */
  public int depth() {
    return 1;
  }

  /** The file in the folder of migrations that lists them, if the tool keeps one. */
  public Optional<String> index() {
    return Optional.empty();
  }

  /** The file that holds the settings of one migration, if the tool reads one. */
  public Optional<String> settings(String path) {
    return Optional.empty();
  }

  /** The versions of the tool that changed something told here. */
  public List<Version> turningPoints() {
    return List.of();
  }

  /** The parts of a migration, which together are the whole file. */
  abstract List<Section> sections(Script script, Runner runner);

  /** The statement with its delimiter and those markers of the tool that belong to it alone. */
  Span frame(Script script, Statement statement) {
    return statement.span().to(statement.delimiter());
  }

  /** What has to stand between two statements besides the delimiter. */
  String separator() {
    return "";
  }

  /** Why no statement can be written beside this one; empty if it can. */
  Optional<String> obstacle(Script script, Statement statement) {
    return Optional.empty();
  }

  /** What the tool needs if the file gets one statement more, as a sentence; empty if nothing. */
  Optional<String> demand(Script script) {
    return Optional.empty();
  }

  /** Whether the tool, or something unknown, replaces a placeholder of this form. */
  boolean replaces(String placeholder) {
    return false;
  }

  /** What CREATE INDEX CONCURRENTLY needs of the tool, as a sentence; empty if nothing. */
  Optional<String> concurrently() {
    return Optional.empty();
  }

  /**
   * What a migration needs so that the tool runs it in no transaction, as words that follow "a
   * migration of its own"; empty if nobody knows or nothing helps.
   */
  Optional<String> outsideTransaction() {
    return Optional.empty();
  }

  /** What the tool does when an applied file is not what it was. */
  abstract Reaction edited(Optional<Version> version);

  /** What the tool does when the file of an applied migration is gone. */
  abstract Reaction deleted(Optional<Version> version);

  /** What the tool does about a new migration that sorts before an applied one. */
  abstract Reaction late(Optional<Version> version);

  /** The last part of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
