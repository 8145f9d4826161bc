package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file read for one target: its statements in order, and its comments. */
public record Script(
    SourceFile file, Target target, List<Statement> statements, List<Span> comments) {

  /** Reads a file. Never fails: what cannot be read is a {@link Change.Other}. */
  public static Script read(SourceFile file, Target target) {
    List<Statement> statements = new ArrayList<>();
    List<Span> comments = new ArrayList<>();
    StatementReader reader = new StatementReader(target);
    Splitter splitter = new Splitter(file.text(), target, comments::add);
    while (splitter.next()) {
      statements.add(
          new Statement(
              splitter.span(),
              splitter.delimiter(),
              splitter.separator(),
              splitter.problem().isEmpty()
                  ? reader.read(file.text(), splitter.span())
                  : List.of(
                      new Change.Other(
                          Change.Other.Reading.UNCLOSED,
                          Optional.empty(),
                          splitter.problem(),
                          splitter.span()))));
    }
    return new Script(file, target, List.copyOf(statements), List.copyOf(comments));
  }

  /** The text of the statement that holds a place, else of the line that does. */
  public String passage(Span place) {
    return file.text(around(place));
  }

  /** The statement that holds a place, else the line that does. */
  public Span around(Span place) {
    int low = 0;
    int high = statements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (statements.get(middle).span().end() < place.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean inside = low < statements.size() && statements.get(low).span().covers(place);
    return inside ? statements.get(low).span() : file.lineSpan(place.start());
  }

  /** How many statements are not, or not wholly, understood. */
  public int notUnderstood() {
    int count = 0;
    for (Statement statement : statements) {
      if (statement.changes().stream().anyMatch(Change.Other.class::isInstance)) {
        count++;
      }
    }
    return count;
  }
}
