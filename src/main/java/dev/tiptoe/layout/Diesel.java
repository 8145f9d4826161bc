package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/** Diesel for Rust: a folder for each migration, with a file for each way. */
final class Diesel extends Layout {

  Diesel() {
    super("diesel", "Diesel");
  }

  @Override
  public int depth() {
    return 2;
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.folder(path, "up.sql")
        .or(() -> Names.folder(path, "down.sql"))
        .map(
            name -> new Migration(path, Names.kind(name(path)), Order.byText(version(name)), name));
  }

  private static String version(String name) {
    int underscore = name.indexOf('_');
    return (underscore < 0 ? name : name.substring(0, underscore)).replace("-", "");
  }

  @Override
  public Optional<String> settings(String path) {
    return Optional.of(path.substring(0, path.lastIndexOf('/') + 1) + "metadata.toml");
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    boolean alone =
        runner
            .settings()
            .lines()
            .map(line -> line.replace(" ", ""))
            .anyMatch(line -> line.startsWith("run_in_transaction=false"));
    return List.of(alone ? Section.oneMessage(script) : Section.whole(script, Wrapping.SECTION));
  }

  @Override
  Splitting splitting() {
    return new Splitting.Allowed(List.of(NumberNaming.ofFolders()), new DieselFrame());
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("with `run_in_transaction = false` in its metadata.toml");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("diesel does not look, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn(
        "diesel migration run does not look, so databases that ran it keep what it did, and new"
            + " ones never get it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "diesel migration run runs it after the later ones, and a new database runs it before"
            + " them");
  }
}
