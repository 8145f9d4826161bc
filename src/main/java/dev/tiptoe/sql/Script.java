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
    CodeReader reader = new CodeReader(file.text(), target);
    Splitter splitter = new Splitter(file.text(), target, comments::add);
    while (splitter.next()) {
      statements.add(
          splitter.problem().isEmpty()
              ? reader.read(splitter.span(), splitter.delimiter(), splitter.separator())
              : unclosed(splitter));
    }
    return new Script(file, target, List.copyOf(statements), List.copyOf(comments));
  }

  private static Statement unclosed(Splitter splitter) {
    Span span = splitter.span();
    return new Statement(
        span,
        splitter.delimiter(),
        splitter.separator(),
        List.of(
            new Change.Other(
                Change.Other.Reading.UNCLOSED, Optional.empty(), splitter.problem(), span)),
        Course.ALWAYS,
        Optional.empty(),
        List.of());
  }

  /** What is run in its order: in place of a statement that does nothing but run others, those. */
  public List<Statement> executed() {
    List<Statement> executed = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      if (!statement.changes().isEmpty()) {
        executed.add(statement);
      }
      executed.addAll(statement.runs());
    }
    return executed;
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
    return (int) statements.stream().filter(Statement::isInTheDark).count();
  }
}
