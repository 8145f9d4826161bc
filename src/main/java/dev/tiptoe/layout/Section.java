package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.Span;
import java.util.List;

/** A part of a file that the tool runs in one way. */
public record Section(Span span, Way way, Wrapping wrapping) {

  /** Which way a part leads. */
  public enum Way {
    UP,
    DOWN
  }

  /** A file without parts. */
  static Section whole(Script script, Wrapping wrapping) {
    return new Section(new Span(0, script.file().text().length()), Way.UP, wrapping);
  }

  /** A file without parts that is sent as one message. */
  static Section oneMessage(Script script) {
    return whole(script, Wrapping.UNKNOWN).asOneMessage(script);
  }

  /**
   * The same part, sent as one message: PostgreSQL runs several statements of one as a transaction,
   * MySQL does not.
   */
  Section asOneMessage(Script script) {
    boolean each = statements(script).size() < 2 || script.target().dialect().isMySqlLike();
    return new Section(span, way, each ? Wrapping.EACH_STATEMENT : Wrapping.ONE_MESSAGE);
  }

  private List<Statement> statements(Script script) {
    return script.statements().stream().filter(s -> span.covers(s.span())).toList();
  }
}
