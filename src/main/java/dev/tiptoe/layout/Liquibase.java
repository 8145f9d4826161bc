package dev.tiptoe.layout;

import dev.tiptoe.layout.Markers.Part;
import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.layout.Section.Way;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Liquibase's formatted SQL: changesets, each recorded by its own checksum; ways back are comments.
 */
final class Liquibase extends Layout {

  Liquibase() {
    super("liquibase", "Liquibase");
  }

  @Override
  public int depth() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Optional<Migration> migration(String path) {
    return Names.isSql(path)
        ? Optional.of(new Migration(path, Kind.VERSIONED, Order.byText(path), path))
        : Optional.empty();
  }

  @Override
  List<Section> sections(Script script, Runner runner) {
    return Markers.sections(script, Wrapping.SECTION, Liquibase::part);
  }

  private static Optional<Part> part(String comment) {
    String words = Markers.words(comment);
    if (!words.startsWith("changeset ")) {
      return Optional.empty();
    }
    boolean alone = words.contains(" runintransaction:false");
    return Optional.of(new Part(Way.UP, alone ? Wrapping.EACH_STATEMENT : Wrapping.SECTION));
  }

  @Override
  Optional<String> obstacle(Script script, Statement statement) {
    String changeset = changeset(script, statement);
    if (changeset.contains(" splitstatements:false")) {
      return Optional.of(
          "with splitStatements:false Liquibase sends the changeset as one statement; write the"
              + " steps as changesets of their own");
    }
    int at = changeset.indexOf(" enddelimiter:");
    return at < 0 || changeset.startsWith(";", at + " enddelimiter:".length())
        ? Optional.empty()
        : Optional.of(
            "the changeset has an endDelimiter of its own; write the steps as changesets without"
                + " it");
  }

  /** The words of the changeset's marker; empty above the first. */
  private static String changeset(Script script, Statement statement) {
    String changeset = "";
    for (Span comment : script.comments()) {
      String words = Markers.words(script.file().text(comment));
      if (comment.start() < statement.span().start() && words.startsWith("changeset ")) {
        changeset = words;
      }
    }
    return changeset;
  }

  @Override
  Splitting splitting() {
    return new Splitting.Refused(
        "a changelog has to name each changeset, and ids are for you to choose; put each step into a changeset of its own by hand, or leave them in one (--steps inline)");
  }

  @Override
  Optional<String> outsideTransaction() {
    return Optional.of("whose changeset says `runInTransaction:false`");
  }

  @Override
  Reaction edited(Optional<Version> version) {
    return Reaction.stops(
        "liquibase update stops in every database that ran the changeset, because its checksum has"
            + " changed, unless it has runOnChange or a validCheckSum");
  }

  @Override
  Reaction deleted(Optional<Version> version) {
    return Reaction.goesOn(
        "liquibase update does not look, so databases that ran it keep what it did, and new ones"
            + " never get it");
  }

  @Override
  Reaction late(Optional<Version> version) {
    return Reaction.goesOn(
        "liquibase update runs it after the later ones, and a new database runs it before them");
  }

  /** Its changelog parameters. */
  @Override
  boolean replaces(String placeholder) {
    return placeholder.startsWith("${");
  }
}
