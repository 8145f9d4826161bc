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
}
