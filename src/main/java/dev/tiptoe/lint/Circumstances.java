package dev.tiptoe.lint;

import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Place;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Target;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * What a migration meets when it runs.
 *
 * @param schema what is in the database by then; never changed here
 * @param runner the tool that runs it
 * @param misfits how its file disagrees with the history that databases have recorded
 * @param exempt whether the project lets pass what this rule finds in this statement
 * @param place where it stands among the files of its folder
 */
public record Circumstances(
    Catalog schema,
    Runner runner,
    List<Misfit> misfits,
    BiPredicate<String, Supplier<String>> exempt,
    Place place) {

  public Circumstances {
    misfits = List.copyOf(misfits);
  }

  /** Those of a text that stands in no folder. */
  public Circumstances(
      Catalog schema,
      Runner runner,
      List<Misfit> misfits,
      BiPredicate<String, Supplier<String>> exempt) {
    this(schema, runner, misfits, exempt, Place.unknown());
  }

  public Circumstances(Catalog schema, Runner runner) {
    this(schema, runner, List.of(), (rule, statement) -> false);
  }

  /** The same at a place. */
  public Circumstances at(Place newPlace) {
    return new Circumstances(schema, runner, misfits, exempt, newPlace);
  }

  /** The name by which the tool speaks of the migration. */
  String migrationName() {
    return runner.layout().migration(place.path()).map(Migration::name).orElse(place.path());
  }

  /** Those of a file of which nothing is known but its text. */
  public static Circumstances unknown(Target target) {
    return new Circumstances(new Catalog(target), Runner.unknown());
  }
}
