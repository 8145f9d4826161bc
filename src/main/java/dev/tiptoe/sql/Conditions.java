package dev.tiptoe.sql;

import dev.tiptoe.ddl.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the condition of a CHECK or of a partial index says of columns. */
final class Conditions {

  private Conditions() {}

  /** The names that occur in it, those of functions among them. */
  static List<Name> names(Cursor condition) {
    Cursor in = condition.part(condition.at(), condition.limit());
    List<Name> names = new ArrayList<>();
    while (!in.atEnd()) {
      boolean keyword = in.kind() == TokenKind.WORD && isOperator(in.text());
      Optional<Name> name = keyword ? Optional.empty() : in.takeName();
      name.ifPresentOrElse(names::add, in::skip);
    }
    return names;
  }

  private static boolean isOperator(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AND", "OR", "NOT", "IS", "NULL", "IN", "BETWEEN", "LIKE", "TRUE", "FALSE" -> true;
      default -> false;
    };
  }

  /**
   * The columns of {@code a IS NOT NULL AND b IS NOT NULL}; none if the condition says anything
   * else.
   */
  static List<Name> provenNotNull(Cursor condition) {
    Cursor in = condition.part(condition.at(), condition.limit());
    List<Name> proven = new ArrayList<>();
    do {
      int opened = 0;
      while (in.takeSymbol('(')) {
        opened++;
      }
      Optional<Name> column = in.takeName();
      if (column.isEmpty() || !in.take("IS", "NOT", "NULL")) {
        return List.of();
      }
      while (opened > 0 && in.takeSymbol(')')) {
        opened--;
      }
      if (opened > 0) {
        return List.of();
      }
      proven.add(column.get());
    } while (in.take("AND"));
    return in.atEnd() ? proven : List.of();
  }

  /** Whether it says {@code true} or {@code 1}, or that something equals itself. */
  static boolean isAlwaysTrue(Cursor condition) {
    int from = condition.at();
    int to = condition.limit();
    while (isWrapped(condition.part(from, to))) {
      from++;
      to--;
    }
    Cursor in = condition.part(from, to);
    if (to - from == 1) {
      return in.peek("TRUE") || in.text().equals("1");
    }
    int half = (to - from) / 2;
    return (to - from) % 2 == 1
        && in.peekSymbolAt(half, '=')
        && sameWords(in.part(from, from + half), in.part(from + half + 1, to));
  }

  private static boolean isWrapped(Cursor in) {
    return in.peekSymbol('(') && in.afterParenthesis() == in.limit();
  }

  private static boolean sameWords(Cursor left, Cursor right) {
    while (!left.atEnd()) {
      if (!left.text().equalsIgnoreCase(right.text()) || left.peekSymbol('(')) {
        return false;
      }
      left.skip();
      right.skip();
    }
    return true;
  }
}
