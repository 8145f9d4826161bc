package dev.tiptoe.history;

import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.lint.Replay;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The schema of a database as the migrations of one folder change it. It only goes forward, so
 * migrations are to be asked for in their order.
 */
public final class Timeline {

  private final Home home;
  private final List<Migration> migrations;
  private final ReadAhead tree;
  private final Predicate<Migration> isNew;
  private final Variants variants;
  private Catalog schema;
  private Optional<Migration> last = Optional.empty();
  private int next;
  private int replayed;

  /**
   * Begins before the first migration.
   *
   * @param migrations in the order in which they run
   * @param isNew whether a migration belongs to the change that is looked at, so that the tables it
   *     makes are new to the migrations behind it
   * @param start what is there before the first of them; it is changed
   */
  public Timeline(
      Home home,
      List<Migration> migrations,
      ReadAhead tree,
      Predicate<Migration> isNew,
      Catalog start) {
    this.home = home;
    this.migrations = migrations;
    this.tree = tree;
    this.isNew = isNew;
    this.schema = start;
    this.variants =
        new Variants(migrations.stream().map(Migration::path).toList(), start.target().dialect());
  }

  /** Whether a migration runs on this database, as far as its name and those beside it say. */
  public boolean runsHere(Migration migration) {
    return variants.runsHere(migration.path());
  }

  /** What is in the database when {@code migration} starts. */
  public Catalog before(Migration migration) {
    while (!migrations.get(next).equals(migration)) {
      Migration earlier = migrations.get(next);
      if (isPartOfHistory(earlier)) {
        replay(earlier);
      }
      next++;
    }
    closeLast(migration);
    // A baseline stands for all that came before it, and runs where nothing did.
    return migration.kind() == Kind.BASELINE ? new Catalog(schema.target()) : schema;
  }

  /** Goes on behind {@code migration}, which has made {@code after} of the schema. */
  public void passed(Migration migration, Catalog after) {
    if (isPartOfHistory(migration)) {
      schema = after;
      last = Optional.of(migration);
    }
    next++;
  }

  /** How many migrations were read only for what they leave behind. */
  public int replayed() {
    return replayed;
  }

  private void replay(Migration earlier) {
    replayed++;
    closeLast(earlier);
    last = Optional.of(earlier);
    try {
      SourceFile source = tree.read(home.folder().resolve(earlier.path()), earlier.path());
      Script script = tree.script(source, schema.target());
      Replay.of(script, home.runner(), schema);
    } catch (FileProblem unread) {
      // It may have touched anything; a lint of the file itself says what is wrong with it.
      schema = new Catalog(schema.target());
    }
  }

  /** Makes history of the migration before the following one, unless both belong together. */
  private void closeLast(Migration following) {
    if (last.filter(m -> isNew.test(m) || following.continues(m)).isPresent()) {
      schema.newConnection();
    } else if (last.isPresent()) {
      schema.settle();
    }
  }

  private boolean isPartOfHistory(Migration migration) {
    return switch (migration.kind()) {
      case VERSIONED, REPEATABLE -> runsHere(migration);
      case BASELINE -> next == 0;
      case DOWN -> false;
    };
  }
}
