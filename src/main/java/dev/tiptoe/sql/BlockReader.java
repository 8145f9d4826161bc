package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the statements in a body of PL/pgSQL or of a MySQL routine, and what decides whether they
 * run. Loops count as run.
 */
final class BlockReader {

  /** Deeper than anybody writes, and no danger to the stack. */
  private static final int DEEPEST = 100;

  /** A statement of the body that is no word of the language about itself. */
  record Piece(Span span, Course course) {}

  private final Cursor in;
  private final Guards guards;
  private final boolean mySqlLike;
  private final List<Piece> pieces = new ArrayList<>();

  /** What an earlier RETURN on a condition makes of all that follows. */
  private Course rest = Course.ALWAYS;

  private int depth;

  private BlockReader(Cursor in, Guards guards) {
    this.in = in;
    this.guards = guards;
    this.mySqlLike = in.mySqlLike();
  }

  /** The statements in their order; empty if the body's structure is not understood. */
  static Optional<List<Piece>> read(Cursor body, Guards guards) {
    BlockReader reader = new BlockReader(body, guards);
    return reader.statements(Course.ALWAYS) && body.atEnd()
        ? Optional.of(reader.pieces)
        : Optional.empty();
  }

  /** Reads to the word that ends a list of statements, and not that word. */
  private boolean statements(Course course) {
    while (!in.atEnd() && !endsList()) {
      if (!statement(course)) {
        return false;
      }
    }
    return true;
  }

  private boolean endsList() {
    return in.peek("END")
        || in.peek("ELSE")
        || in.peek("ELSIF")
        || in.peek("ELSEIF")
        || in.peek("WHEN")
        || in.peek("UNTIL")
        || (in.peek("EXCEPTION") && !mySqlLike);
  }

  private boolean statement(Course course) {
    if (depth >= DEEPEST) {
      return false;
    }
    depth++;
    boolean read = skipLabel() || in.takeSymbol(';') || compound(course);
    depth--;
    return read;
  }

  private boolean skipLabel() {
    if (in.peekSymbol('<') && in.peekSymbolAt(1, '<')) {
      in.moveTo(in.at() + 5);
      return true;
    }
    if (mySqlLike && in.peekName() && in.peekSymbolAt(1, ':')) {
      in.moveTo(in.at() + 2);
      return true;
    }
    return false;
  }

  private boolean compound(Course course) {
    return switch (in.text().toUpperCase(Locale.ROOT)) {
      case "DECLARE" -> declare(course);
      case "BEGIN" -> block(course);
      case "IF" -> condition(course);
      case "CASE" -> cases(course);
      case "LOOP", "REPEAT" -> loop(course);
      case "WHILE", "FOR", "FOREACH" -> {
        in.moveTo(endBefore(mySqlLike ? "DO" : "LOOP"));
        yield loop(course);
      }
      default -> simple(course);
    };
  }

  private boolean declare(Course course) {
    in.skip();
    if (!mySqlLike) {
      while (!in.atEnd() && !in.peek("BEGIN")) {
        Cursor variable = in.part(in.at(), semicolon());
        guards.learn(variable, List.of(variable.text()));
        takeToSemicolon();
      }
      return true;
    }
    if (!in.peekAt(1, "HANDLER")) {
      takeToSemicolon();
      return true;
    }
    in.moveTo(in.at() + 3);
    do {
      takeHandled();
    } while (in.takeSymbol(','));
    // From here on the server goes on, or leaves, where something fails.
    rest = Course.UNLESS_DONE.under(rest);
    return statement(Course.PERHAPS.under(course));
  }

  /** SQLSTATE VALUE '42S21', 1060, NOT FOUND, SQLEXCEPTION or a name. */
  private void takeHandled() {
    in.take("NOT");
    if (in.take("SQLSTATE")) {
      in.take("VALUE");
    }
    in.skip();
  }

  private boolean block(Course course) {
    in.skip();
    if (in.take("NOT")) {
      in.skip();
    } else {
      in.take("ATOMIC");
    }
    int first = pieces.size();
    Course before = rest;
    if (!statements(course)) {
      return false;
    }
    if (in.take("EXCEPTION") && !handlers(course, first)) {
      return false;
    }
    if (mySqlLike) {
      rest = before;
    }
    return end();
  }

  private boolean handlers(Course course, int first) {
    int end = pieces.size();
    Course caught = Course.ALWAYS;
    while (in.take("WHEN")) {
      Cursor condition = in.part(in.at(), endBefore("THEN"));
      caught = caught(condition).under(caught);
      in.moveTo(condition.limit());
      if (!in.take("THEN") || !statements(Course.PERHAPS.under(course))) {
        return false;
      }
    }
    for (int i = first; i < end; i++) {
      Piece piece = pieces.get(i);
      pieces.set(i, new Piece(piece.span(), piece.course().under(caught)));
    }
    return true;
  }

  /** {@code duplicate_column OR undefined_table}: what was to be done is done. */
  private static Course caught(Cursor condition) {
    Course course = Course.UNLESS_DONE;
    while (!condition.atEnd()) {
      String word = condition.text().toLowerCase(Locale.ROOT);
      boolean isDone =
          word.startsWith("duplicate_") || word.startsWith("undefined_") || word.equals("or");
      course = isDone ? course : Course.PERHAPS;
      condition.skip();
    }
    return course;
  }

  private boolean condition(Course course) {
    Course branch = course;
    do {
      in.skip();
      Cursor condition = in.part(in.at(), endBefore("THEN"));
      branch = guards.course(condition).under(course);
      in.moveTo(condition.limit());
      if (!in.take("THEN") || !statements(branch)) {
        return false;
      }
    } while (in.peek("ELSIF") || in.peek("ELSEIF"));
    return (!in.take("ELSE") || statements(branch)) && end();
  }

  private boolean cases(Course course) {
    Course branch = Course.PERHAPS.under(course);
    in.skip();
    in.moveTo(endBefore("WHEN"));
    while (in.take("WHEN")) {
      in.moveTo(endBefore("THEN"));
      if (!in.take("THEN") || !statements(branch)) {
        return false;
      }
    }
    return (!in.take("ELSE") || statements(branch)) && end();
  }

  private boolean loop(Course course) {
    in.skip();
    if (!statements(course)) {
      return false;
    }
    if (in.take("UNTIL")) {
      in.moveTo(endBefore("END"));
    }
    return end();
  }

  /** END, and IF, LOOP or a label behind it. */
  private boolean end() {
    if (!in.take("END")) {
      return false;
    }
    takeToSemicolon();
    return true;
  }

  private boolean simple(Course course) {
    Course here = course.under(rest);
    String word = in.text().toUpperCase(Locale.ROOT);
    boolean assigns = assigns();
    int first = in.at();
    Cursor statement = in.part(first, semicolon());
    takeToSemicolon();
    if (assigns) {
      guards.learn(statement, List.of(statement.text()));
      return true;
    }
    switch (word) {
      case "RETURN" -> rest = course.under(rest);
      case "NULL",
          "RAISE",
          "EXIT",
          "CONTINUE",
          "GET",
          "ASSERT",
          "OPEN",
          "FETCH",
          "MOVE",
          "CLOSE",
          "LEAVE",
          "ITERATE",
          "SIGNAL",
          "RESIGNAL" -> {}
      default -> {
        guards.learn(statement, targets(statement));
        pieces.add(new Piece(statement.all(first), here));
      }
    }
    return true;
  }

  /** PL/pgSQL's {@code a := 1}, {@code a.b = 1} and {@code a[1] := 1}. */
  private boolean assigns() {
    return !mySqlLike
        && in.peekName()
        && (in.peekSymbolAt(1, ':')
            || in.peekSymbolAt(1, '=')
            || in.peekSymbolAt(1, '[')
            || in.peekSymbolAt(1, '.'));
  }

  /** The variables that a query puts its answer into; PL/pgSQL's FOUND among them. */
  private static List<String> targets(Cursor query) {
    if (query.peek("SET")) {
      query.skip();
      query.takeSymbol('@');
      return List.of(query.text());
    }
    List<String> targets = new ArrayList<>(List.of("found"));
    Cursor into = query.part(query.endBefore("INTO"), query.limit());
    if (query.peek("SELECT") && into.take("INTO")) {
      into.take("STRICT");
      do {
        into.takeSymbol('@');
        targets.add(into.text());
        into.skip();
      } while (into.takeSymbol(','));
    }
    return targets;
  }

  private void takeToSemicolon() {
    in.moveTo(semicolon());
    in.takeSymbol(';');
  }

  private int semicolon() {
    Cursor ahead = in.part(in.at(), in.limit());
    while (!ahead.atEnd() && !ahead.peekSymbol(';')) {
      ahead.skip();
    }
    return ahead.at();
  }

  /** The index of the word that ends a condition: CASE ... END within it has such words too. */
  private int endBefore(String word) {
    Cursor ahead = in.part(in.at(), in.limit());
    int parentheses = 0;
    int cases = 0;
    while (!ahead.atEnd()) {
      if (parentheses == 0 && cases == 0 && ahead.peek(word)) {
        return ahead.at();
      }
      parentheses += ahead.peekSymbol('(') ? 1 : ahead.peekSymbol(')') ? -1 : 0;
      cases += ahead.peek("CASE") ? 1 : ahead.peek("END") ? -1 : 0;
      ahead.skip();
    }
    return ahead.limit();
  }
}
