package dev.tiptoe.layout;

import dev.tiptoe.layout.Markers.Part;
import dev.tiptoe.layout.Section.Way;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/**
 * SQL files of which nobody knows what runs them; taken in the order of their names, or of the
 * versions that their folders are named after.
 */
final class Plain extends Layout {

  Plain() {
    super("plain", "plain SQL files");
  }

  @Override
  public int depth() {
    return 2;
  }

  /** A folder for each migration is known by its own name or those of the files in it. */
  @Override
  public Optional<Migration> migration(String path) {
    String name = name(path);
    boolean isPaired = name.equals("up.sql") || name.equals("down.sql");
    int slash = path.indexOf('/');
    if (!Names.isSql(path)
        || (slash >= 0 && !isPaired && !Names.isVersion(path.substring(0, slash)))) {
      return Optional.empty();
    }
    // What is in a comes before what is in a-b, as a.sql does before a-b.sql.
    String text = path.substring(0, path.length() - ".sql".length()).replace('/', '\0');
    Order order = Order.byText(Names.byNumbers(text));
    return Optional.of(new Migration(path, Names.kind(name), order, path));
  }

  /** The markers of all tools are honoured, since any of them may run the file. */
  @Override
  List<Section> sections(Script script, Runner runner) {
    return Markers.sections(
        script,
        Wrapping.UNKNOWN,
        comment -> {
          String words = Markers.words(comment);
          Optional<Way> way = Optional.empty();
          for (String tool : List.of("+goose", "+migrate", "migrate:")) {
            way = way.or(() -> Markers.way(words, tool));
          }
          return way.or(() -> NodePgMigrate.way(words)).map(w -> new Part(w, Wrapping.UNKNOWN));
        });
  }

  @Override
  Splitting splitting() {
    return new Splitting.Refused(
        "it is not known which tool runs this file; name it in the configuration, or leave the steps in one (--steps inline)");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("databases that ran it as it was will not run it again");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn("databases that ran it keep what it did, and new ones never get it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "databases that ran the later one run this after it, and new ones before it");
  }

  /** Nobody knows what stands between the file and the server. */
  @Override
  boolean replaces(String placeholder) {
    return true;
  }
}
