package dev.tiptoe.lint;

import dev.tiptoe.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A statement among others of its script, seen no further than a person would look, so that a dump
 * of a hundred thousand statements costs no more for each of them than a small file.
 */
final class Nearby {

  /** How many statements are seen on each side. */
  private static final int REACH = 100;

  private final List<Statement> statements;
  private final int turn;
  private final int at;

  /**
   * A place among statements in their order; no statement need have its turn there.
   *
   * @param turns when each statement runs: one in a routine runs when that is called
   */
  Nearby(List<Statement> statements, int turn, Map<Statement, Integer> turns) {
    this.statements = statements;
    this.turn = turn;
    int low = 0;
    int high = statements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (turns.getOrDefault(statements.get(middle), 0) < turn) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    this.at = low;
  }

  int turn() {
    return turn;
  }

  List<Statement> before() {
    return statements.subList(Math.max(0, at - REACH), at);
  }

  List<Statement> after() {
    int next = Math.min(at + 1, statements.size());
    return statements.subList(next, Math.min(next + REACH, statements.size()));
  }

  List<Statement> around() {
    return statements.subList(Math.max(0, at - REACH), Math.min(at + REACH + 1, statements.size()));
  }
}
