package dev.tiptoe.history;

import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Migration.Kind;
import dev.tiptoe.lint.Misfit;
import dev.tiptoe.project.FileState;
import dev.tiptoe.sql.Difference;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the migrations of one folder since the base, which is the commit up to which they
 * count as applied. Paths are relative to the folder.
 */
public final class ChangeSet {

  private final String base;
  private final Map<String, FileState.Kind> states;
  private final List<Gone> gone;
  private final Map<String, String> textsAtBase;
  private final Optional<Migration> lastApplied;

  /**
   * A migration that the base has and that is not there any more.
   *
   * @param newPath where it went, if it was only renamed; else empty
   * @param text what the base has
   */
  public record Gone(Migration migration, String newPath, String text) {}

  ChangeSet(
      String base,
      Map<String, FileState.Kind> states,
      List<Gone> gone,
      Map<String, String> textsAtBase,
      Optional<Migration> lastApplied) {
    this.base = base;
    this.states = states;
    this.gone = gone;
    this.textsAtBase = textsAtBase;
    this.lastApplied = lastApplied;
  }

  /** Where git knows nothing: no file is called new, edited or gone. */
  public static ChangeSet unknown() {
    return new ChangeSet("", Map.of(), List.of(), Map.of(), Optional.empty());
  }

  /** The base, as people call it. */
  public String base() {
    return base;
  }

  /** Whether a file is not on the base. */
  public boolean isNew(String path) {
    return switch (state(path)) {
      case ADDED, RENAMED, RENAMED_AND_MODIFIED -> true;
      case MODIFIED, DELETED, UNCHANGED -> false;
    };
  }

  /** Whether a file is new or is not what it was. */
  public boolean isChanged(String path) {
    return isNew(path) || state(path) == FileState.Kind.MODIFIED;
  }

  /** Whether databases may have run a file already. */
  public boolean isApplied(String path) {
    return states.containsKey(path) && !isNew(path);
  }

  public List<Gone> gone() {
    return gone;
  }

  /** How a file that is there disagrees with the history. */
  public List<Misfit> misfits(Migration migration, SourceFile file, Target target) {
    List<Misfit> misfits = new ArrayList<>();
    if (migration.kind() == Kind.VERSIONED) {
      edited(migration, file, target).ifPresent(misfits::add);
      outOfOrder(migration).ifPresent(misfits::add);
    }
    return misfits;
  }

  /** How a migration disagrees with the history that is not there any more. */
  public Misfit misfit(Gone missing) {
    return new Misfit.Deleted(base, missing.newPath(), Span.at(0));
  }

  private Optional<Misfit> edited(Migration migration, SourceFile file, Target target) {
    String before = textsAtBase.get(migration.path());
    if (state(migration.path()) != FileState.Kind.MODIFIED || before == null) {
      return Optional.empty();
    }
    // Git keeps LF where it checks out CRLF.
    String alike =
        file.newline().equals("\r\n") && !before.contains("\r\n")
            ? before.replace("\n", "\r\n")
            : before;
    return Difference.between(alike, file.text(), target)
        .map(difference -> new Misfit.Edited(base, difference));
  }

  private Optional<Misfit> outOfOrder(Migration migration) {
    return lastApplied
        .filter(last -> isNew(migration.path()) && Migration.IN_ORDER.compare(migration, last) < 0)
        .map(last -> new Misfit.OutOfOrder(base, last.name(), Span.at(0)));
  }

  private FileState.Kind state(String path) {
    return states.getOrDefault(path, FileState.Kind.UNCHANGED);
  }
}
