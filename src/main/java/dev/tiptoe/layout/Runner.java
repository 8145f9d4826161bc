package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The tool that runs a migration, at its version if that is known.
 *
 * @param settings the text of the file that {@link Layout#settings} names; empty if there is none
 */
public record Runner(Layout layout, Optional<Version> version, String settings) {

  public Runner(Layout layout, Optional<Version> version) {
    this(layout, version, "");
  }

  /** A runner of which nothing is known. */
  public static Runner unknown() {
    return new Runner(Layouts.PLAIN, Optional.empty());
  }

  /** The same tool at a migration that has settings of its own. */
  public Runner withSettings(String text) {
    return new Runner(layout, version, text);
  }

  public boolean is(Layout wanted) {
    return layout == wanted;
  }

  /** The parts of a migration, which together are the whole file. */
  public List<Section> sections(Script script) {
    return layout.sections(script, this);
  }

  /** The statement with its delimiter and those markers of the tool that belong to it alone. */
  public Span frame(Script script, Statement statement) {
    return layout.frame(script, statement);
  }

  /** What has to stand between two statements besides the delimiter; empty if nothing. */
  public String separator() {
    return layout.separator();
  }

  /** Why no statement can be written beside this one; empty if it can. */
  public Optional<String> obstacle(Script script, Statement statement) {
    return layout.obstacle(script, statement);
  }

  /** What the tool needs if the file gets one statement more, as a sentence; empty if nothing. */
  public Optional<String> demand(Script script) {
    return layout.demand(script);
  }

  /** Whether the tool, or something unknown, replaces a placeholder of this form. */
  public boolean replaces(String placeholder) {
    return layout.replaces(placeholder);
  }

  /** What CREATE INDEX CONCURRENTLY needs of the tool, as a sentence; empty if nothing. */
  public Optional<String> concurrently() {
    return layout.concurrently();
  }

  /**
   * What a migration needs so that the tool runs it in no transaction, as words that follow "a
   * migration of its own"; empty if nobody knows or nothing helps.
   */
  public Optional<String> outsideTransaction() {
    return layout.outsideTransaction();
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
