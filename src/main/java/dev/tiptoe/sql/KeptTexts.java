package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What PREPARE and the variables of the user's own hold for an EXECUTE. */
final class KeptTexts {

  /** More branches within branches than anybody writes. */
  private static final int DEEPEST = 16;

  private static final Kept COMPUTED = new Kept(Optional.empty(), Form.LITERAL, Course.ALWAYS);

  /** How a text stands in the file. */
  enum Form {
    LITERAL,
    STATEMENT
  }

  /**
   * One text that may be executed.
   *
   * @param place empty if the server puts it together
   */
  record Kept(Optional<Span> place, Form form, Course course) {
    private Kept under(Course outer) {
      return new Kept(place, form, course.under(outer));
    }
  }

  private final Guards guards;
  private final Map<String, List<Kept>> variables = new HashMap<>();
  private final Map<String, List<Kept>> prepared = new HashMap<>();

  KeptTexts(Guards guards) {
    this.guards = guards;
  }

  /** Takes in a SET, SELECT ... INTO or PREPARE that runs in this course. */
  void keep(Cursor in, Course course) {
    if (in.take("PREPARE")) {
      prepare(in, course);
    } else if (in.take("SET")) {
      in.elements().forEach(a -> assign(a, course));
    } else if (in.take("SELECT")) {
      select(in, course);
    }
  }

  /** What an EXECUTE may run; empty if that is not known. */
  List<Kept> executed(Cursor in) {
    in.skip();
    if (in.take("IMMEDIATE")) {
      return values(in.part(in.at(), in.endBefore("USING")), false, 0);
    }
    return in.takeName()
        .map(n -> prepared.getOrDefault(key(n.name()), List.of()))
        .orElse(List.of());
  }

  private void prepare(Cursor in, Course course) {
    String name = in.takeName().map(n -> key(n.name())).orElse("");
    if (in.mySqlLike()) {
      in.take("FROM");
      put(prepared, name, values(in, false, 0), course);
    } else {
      in.takeParenthesis();
      in.take("AS");
      put(
          prepared,
          name,
          List.of(new Kept(Optional.of(in.all(in.at())), Form.STATEMENT, Course.ALWAYS)),
          course);
    }
  }

  private void assign(Cursor in, Course course) {
    if (!in.takeSymbol('@') || !in.peekName()) {
      return;
    }
    String variable = in.text();
    in.skip();
    in.takeSymbol(':');
    in.takeSymbol('=');
    guards.learn(in, List.of(variable));
    put(variables, key(variable), values(in, false, 0), course);
  }

  private void select(Cursor in, Course course) {
    boolean asks = guards.asks(in);
    List<Cursor> answers = in.part(in.at(), in.endBefore("INTO", "FROM")).elements();
    in.moveTo(in.endBefore("INTO") + 1);
    for (Cursor answer : answers) {
      if (in.takeSymbol('@')) {
        String variable = in.text();
        if (asks) {
          guards.learn(variable);
        }
        put(variables, key(variable), values(answer, asks, 0), course);
        in.skip();
        in.takeSymbol(',');
      }
    }
  }

  /** What is kept on a condition may be there beside what was. */
  private static void put(
      Map<String, List<Kept>> texts, String name, List<Kept> kept, Course course) {
    List<Kept> all =
        new ArrayList<>(course == Course.ALWAYS ? List.of() : texts.getOrDefault(name, List.of()));
    kept.forEach(k -> all.add(k.under(course)));
    texts.put(name, all);
  }

  /** The values that an expression may have. */
  private List<Kept> values(Cursor in, boolean asks, int depth) {
    if (depth > DEEPEST) {
      return List.of(COMPUTED);
    }
    if (in.take("SELECT")) {
      boolean here = asks || guards.asks(in);
      return values(in.part(in.at(), in.endBefore("FROM")), here, depth + 1);
    }
    if (in.peekSymbol('(') && in.afterParenthesis() == in.limit()) {
      return values(in.part(in.at() + 1, in.limit() - 1), asks, depth + 1);
    }
    if (in.kind() == TokenKind.STRING && in.at() + 1 == in.limit()) {
      return List.of(new Kept(Optional.of(in.all(in.at())), Form.LITERAL, Course.ALWAYS));
    }
    if (in.takeSymbol('@') && in.at() + 1 == in.limit()) {
      return variables.getOrDefault(key(in.text()), List.of());
    }
    return in.take("IF") ? branches(in, asks, depth) : List.of(COMPUTED);
  }

  private List<Kept> branches(Cursor in, boolean asks, int depth) {
    List<Cursor> parts = in.takeParenthesized();
    if (parts.size() != 3 || !in.atEnd()) {
      return List.of(COMPUTED);
    }
    Course course = asks ? Course.UNLESS_DONE : guards.course(parts.get(0));
    List<Kept> kept = new ArrayList<>();
    for (Cursor branch : parts.subList(1, 3)) {
      values(branch, asks, depth + 1).forEach(k -> kept.add(k.under(course)));
    }
    return kept;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
