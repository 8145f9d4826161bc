package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Drizzle: numbered files in the order of a journal, from version 1 on a folder for each migration;
 * all that is pending runs in one transaction.
 */
final class Drizzle extends Layout {

  /** From here on it compares names and keeps no journal. */
  private static final Version NAMES = new Version(1, 0, 0);

  Drizzle() {
    super("drizzle", "Drizzle");
  }

  @Override
  public int depth() {
    return 2;
  }

  @Override
  public Optional<Migration> migration(String path) {
    if (path.indexOf('/') < 0) {
      return Names.numbered(path)
          .map(m -> new Migration(path, Kind.VERSIONED, m.order(), withoutEnding(path)));
    }
    return Names.folder(path, "migration.sql")
        .map(name -> new Migration(path, Kind.VERSIONED, Order.byText(name), name));
  }

  @Override
  public Optional<String> index() {
    return Optional.of("meta/_journal.json");
  }

  /** A file that the journal does not name is not run. */
  @Override
  public List<Migration> inOrder(Collection<String> paths, String index) {
    List<Migration> byName = super.inOrder(paths, "");
    if (index.isBlank()) {
      return byName;
    }
    List<Migration> listed = new ArrayList<>();
    for (String tag : tags(index)) {
      byName.stream().filter(m -> m.name().equals(tag)).findFirst().ifPresent(listed::add);
    }
    return List.copyOf(listed);
  }

  private static List<String> tags(String journal) {
    List<String> tags = new ArrayList<>();
    String key = "\"tag\"";
    int at = journal.indexOf(key);
    while (at >= 0) {
      int open = journal.indexOf('"', at + key.length());
      int close = journal.indexOf('"', open + 1);
      if (open < 0 || close < 0) {
        break;
      }
      tags.add(journal.substring(open + 1, close));
      at = journal.indexOf(key, close);
    }
    return tags;
  }

  private static String withoutEnding(String path) {
    return path.substring(0, path.length() - ".sql".length());
  }

  @Override
  public List<Version> turningPoints() {
    return List.of(NAMES);
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    return List.of(Section.whole(script, Wrapping.ALL_PENDING));
  }

  /** The exact text at which Drizzle splits a file. */
  @Override
  String separator() {
    return "--> statement-breakpoint";
  }

  @Override
  Splitting splitting() {
    return new Splitting.Refused(
        "drizzle-kit keeps the journal and the snapshots itself, and all that is pending runs in one transaction, so further files would not help; leave the steps in one (--steps inline)");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.goesOn("Drizzle does not look, so databases that ran it stay as they are");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return comparesNames(version)
        ? Reaction.goesOn(
            "Drizzle does not look, so databases that ran it keep what it did, and new ones never"
                + " get it")
        : Reaction.stops(
            "Drizzle stops in every database as long as meta/_journal.json names a file that is not"
                + " there");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return comparesNames(version)
        ? Reaction.goesOn(
            "Drizzle runs it after the later ones, and a new database runs it before them")
        : Reaction.skips(
            "Drizzle before version 1 passes it over in every database that ran the later one,"
                + " without a word");
  }

  private static boolean comparesNames(Optional<Version> version) {
    return version.filter(v -> v.compareTo(NAMES) >= 0).isPresent();
  }
}
