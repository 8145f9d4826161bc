package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.Change.Other.Reading;
import dev.tiptoe.ddl.Change.Transaction.Step;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one statement into its changes, by its first words; what the tokens leave open goes to
 * JSqlParser.
 */
final class StatementReader {

  private static final int LONGEST_HEAD = 1_000;

  private final Target target;
  private final DetailParser detail;

  StatementReader(Target target) {
    this.target = target;
    this.detail = new DetailParser(target);
  }

  List<Change> read(String text, Span span) {
    Lexer lexer = new Lexer(text, target, span.start(), span.end());
    TokenKind first = lexer.next();
    while (first == TokenKind.SPACE
        || first == TokenKind.COMMENT
        || first == TokenKind.VERSION_MARK) {
      first = lexer.next();
    }
    if (first == TokenKind.WORD && isData(text, lexer.start(), lexer.end())) {
      return List.of(insert(text, span));
    }
    Tokens tokens = Tokens.of(text, span, target);
    List<Change> changes = new ArrayList<>();
    Cursor in = new Cursor(tokens, target, 0, tokens.size());
    if (!read(in, span, changes)) {
      changes.clear();
      // What our own reader knows by its first word and cannot read is no other reader's to wave
      // through.
      boolean known = isReadHere(tokens.text(0));
      changes.add(
          !known && detail.reads(span.of(text))
              ? new Change.Neutral(span)
              : new Change.Other(Reading.NOT_UNDERSTOOD, "this statement is not understood", span));
    }
    return List.copyOf(changes);
  }

  private static boolean isData(String text, int start, int end) {
    int length = end - start;
    return (length == 6 && text.regionMatches(true, start, "INSERT", 0, 6))
        || (length == 7 && text.regionMatches(true, start, "REPLACE", 0, 7));
  }

  private static boolean isReadHere(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ALTER", "CREATE", "DROP", "RENAME", "UPDATE", "DELETE", "TRUNCATE" -> true;
      default -> false;
    };
  }

  /** Data can be megabytes, so only the head is read. */
  private Change insert(String text, Span span) {
    Span head = new Span(span.start(), Math.min(span.end(), span.start() + LONGEST_HEAD));
    Tokens tokens = Tokens.of(text, head, target);
    Cursor in = new Cursor(tokens, target, 1, tokens.size());
    while (in.take("LOW_PRIORITY")
        || in.take("DELAYED")
        || in.take("HIGH_PRIORITY")
        || in.take("IGNORE")
        || in.take("INTO")) {
      // INSERT IGNORE INTO t
    }
    return in.takeName()
        .<Change>map(n -> new Change.InsertRows(n, span))
        .orElse(new Change.Neutral(span));
  }

  private boolean read(Cursor in, Span span, List<Change> changes) {
    if (in.kind() != TokenKind.WORD) {
      return in.peekSymbol('(') && changes.add(new Change.Neutral(span));
    }
    String word = in.text().toUpperCase(Locale.ROOT);
    in.skip();
    switch (word) {
      case "ALTER":
        return alter(in, span, changes);
      case "CREATE":
        return new CreateReader(in, span, changes).read();
      case "DROP":
        return drop(in, span, changes);
      case "RENAME":
        return renameTables(in, span, changes);
      case "UPDATE":
        return update(in, span, changes);
      case "DELETE":
        return delete(in, span, changes);
      case "TRUNCATE":
        return truncate(in, span, changes);
      case "SET":
        return set(in, span, changes);
      case "COPY":
        return copy(in, span, changes);
      case "WITH":
        return with(in, span, changes);
      case "USE":
        return in.takeName().map(n -> changes.add(new Change.UseDatabase(n, span))).orElse(false);
      case "BEGIN":
        if (in.peek("NOT")) {
          return opaque("BEGIN NOT ATOMIC", span, changes);
        }
        return changes.add(new Change.Transaction(Step.BEGIN, span));
      case "START":
        return in.peek("TRANSACTION") && changes.add(new Change.Transaction(Step.BEGIN, span));
      case "COMMIT", "END":
        return changes.add(new Change.Transaction(Step.COMMIT, span));
      case "ROLLBACK", "ABORT":
        return changes.add(
            in.peek("TO") || in.peekAt(1, "TO")
                ? new Change.Neutral(span)
                : new Change.Transaction(Step.ROLLBACK, span));
      case "DO":
        return target.is(Dialect.POSTGRESQL)
            ? opaque("DO", span, changes)
            : changes.add(new Change.Neutral(span));
      case "EXECUTE":
        return opaque("EXECUTE", span, changes);
      default:
        return NeutralStatements.isKnown(word, target.dialect())
            && changes.add(new Change.Neutral(span));
    }
  }

  private static boolean opaque(String what, Span span, List<Change> changes) {
    return changes.add(
        new Change.Other(
            Reading.OPAQUE, "the code that " + what + " runs is not looked into", span));
  }

  private boolean alter(Cursor in, Span span, List<Change> changes) {
    while (in.take("IGNORE") || in.take("ONLINE") || in.take("OFFLINE")) {
      // ALTER IGNORE TABLE and the like
    }
    // The NOT NULL of a foreign table is a promise that nobody checks.
    if (in.peek("TABLE") && !in.peekAt(1, "ALL")) {
      in.skip();
      return new AlterTableReader(in, detail, changes::add).read();
    }
    return in.kind() == TokenKind.WORD && changes.add(new Change.Neutral(span));
  }

  private static boolean drop(Cursor in, Span span, List<Change> changes) {
    in.take("TEMPORARY");
    if (!in.take("TABLE") && !in.take("TABLES")) {
      return in.kind() == TokenKind.WORD && changes.add(new Change.Neutral(span));
    }
    in.take("IF", "EXISTS");
    do {
      Optional<Name> table = in.takeName();
      if (table.isEmpty()) {
        return false;
      }
      changes.add(new Change.DropTable(table.get(), span));
    } while (in.takeSymbol(','));
    return true;
  }

  private static boolean renameTables(Cursor in, Span span, List<Change> changes) {
    if (!in.take("TABLE") && !in.take("TABLES")) {
      return in.peek("USER") && changes.add(new Change.Neutral(span));
    }
    in.take("IF", "EXISTS");
    do {
      Optional<Name> table = in.takeName();
      if (table.isEmpty() || !in.take("TO")) {
        return false;
      }
      Optional<Name> newName = in.takeName();
      if (newName.isEmpty()) {
        return false;
      }
      changes.add(new Change.RenameTable(table.get(), newName.get(), span));
    } while (in.takeSymbol(','));
    return true;
  }

  private static boolean update(Cursor in, Span span, List<Change> changes) {
    in.take("LOW_PRIORITY");
    in.take("IGNORE");
    in.take("ONLY");
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return false;
    }
    // UPDATE a JOIN b ON ... SET: on to the SET; whose column it is, is left open.
    boolean joined =
        in.peekSymbol(',') || (!in.peek("SET") && !in.peekAt(1, "SET") && !in.peekAt(2, "SET"));
    while (!in.atEnd() && !in.peek("SET")) {
      if (in.takeParenthesis().isEmpty()) {
        in.skip();
      }
    }
    if (!in.take("SET")) {
      return false;
    }
    int from = in.at();
    int end = in.endBefore("WHERE", "FROM", "ORDER", "LIMIT", "RETURNING");
    List<Name> columns = new ArrayList<>();
    for (Cursor assignment : in.part(from, end).elements()) {
      assigned(assignment, columns);
    }
    in.moveTo(end);
    Reach reach = joined ? Reach.SOME : reach(in);
    return changes.add(
        new Change.UpdateRows(
            table.get(), List.copyOf(columns), reach.extent(), reach.nullColumns(), span));
  }

  private static void assigned(Cursor assignment, List<Name> columns) {
    if (assignment.peekSymbol('(')) {
      columns.addAll(assignment.takeColumnList());
      return;
    }
    assignment
        .takeName()
        .filter(n -> !(assignment.takeSymbol('=') && assignment.take("NULL") && assignment.atEnd()))
        .ifPresent(columns::add);
  }

  private record Reach(Extent extent, List<Name> nullColumns) {
    static final Reach SOME = new Reach(Extent.SOME, List.of());
  }

  /**
   * Which rows the rest of an UPDATE or DELETE selects; a IS NULL OR b IS NULL reaches the NULLs of
   * both.
   */
  private static Reach reach(Cursor in) {
    if (in.atEnd() || in.peek("RETURNING")) {
      return new Reach(Extent.ALL, List.of());
    }
    if (!in.take("WHERE") || in.endBefore("AND", "LIMIT", "XOR") < in.limit()) {
      return Reach.SOME;
    }
    List<Name> nullColumns = new ArrayList<>();
    do {
      int end = in.endBefore("OR", "RETURNING");
      Cursor condition = in.part(in.at(), end);
      Optional<Name> column = condition.takeName();
      if (condition.take("IS", "NULL") && condition.atEnd()) {
        column.ifPresent(nullColumns::add);
      }
      in.moveTo(end);
    } while (in.take("OR"));
    return new Reach(Extent.SOME, List.copyOf(nullColumns));
  }

  private static boolean delete(Cursor in, Span span, List<Change> changes) {
    in.take("LOW_PRIORITY");
    in.take("QUICK");
    in.take("IGNORE");
    if (!in.take("FROM")) {
      // MySQL's multi-table DELETE t FROM ...
      return in.peekName() && changes.add(new Change.Neutral(span));
    }
    in.take("ONLY");
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return false;
    }
    Reach reach = reach(in);
    return changes.add(
        new Change.DeleteRows(table.get(), reach.extent(), reach.nullColumns(), span));
  }

  /**
   * WITH ... UPDATE: what changes rows, be it in the statement itself or in one of its common table
   * expressions.
   */
  private static boolean with(Cursor in, Span span, List<Change> changes) {
    int before = changes.size();
    int depth = 0;
    boolean opens = false;
    while (!in.atEnd()) {
      boolean starts = opens || depth == 0;
      opens = in.peekSymbol('(');
      depth += opens ? 1 : in.peekSymbol(')') ? -1 : 0;
      if (starts && in.peek("UPDATE")) {
        update(in.part(in.at() + 1, in.endOfParenthesis()), span, changes);
      } else if (starts && in.peek("DELETE")) {
        delete(in.part(in.at() + 1, in.endOfParenthesis()), span, changes);
      } else if (starts && in.peek("INSERT", "INTO")) {
        in.part(in.at() + 2, in.limit())
            .takeName()
            .ifPresent(n -> changes.add(new Change.InsertRows(n, span)));
      }
      in.skip();
    }
    if (changes.size() == before) {
      changes.add(new Change.Neutral(span));
    }
    return true;
  }

  private static boolean copy(Cursor in, Span span, List<Change> changes) {
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return changes.add(new Change.Neutral(span));
    }
    in.takeParenthesis();
    return changes.add(
        in.peek("FROM") ? new Change.InsertRows(table.get(), span) : new Change.Neutral(span));
  }

  private static boolean truncate(Cursor in, Span span, List<Change> changes) {
    in.take("TABLE");
    do {
      in.take("ONLY");
      Optional<Name> table = in.takeName();
      if (table.isEmpty()) {
        return false;
      }
      changes.add(new Change.Truncate(table.get(), span));
    } while (in.takeSymbol(','));
    return true;
  }

  /** SET a = 1, b = 2; a variable of the user's own or of the whole server changes nothing here. */
  private static boolean set(Cursor in, Span span, List<Change> changes) {
    int before = changes.size();
    for (Cursor assignment : in.elements()) {
      boolean global = assignment.take("GLOBAL") || assignment.take("PERSIST");
      assignment.take("SESSION");
      assignment.take("LOCAL");
      boolean own = assignment.takeSymbol('@') && !assignment.takeSymbol('@');
      global |= own || assignment.peek("GLOBAL") || assignment.peek("PERSIST");
      Optional<Name> variable = assignment.takeName();
      if (!global
          && variable.isPresent()
          && (assignment.takeSymbol('=') || assignment.take("TO"))) {
        changes.add(
            new Change.SetVariable(
                variable.get().name().toLowerCase(Locale.ROOT),
                assignment.source(assignment.all(assignment.at())),
                span));
      }
    }
    if (changes.size() == before) {
      changes.add(new Change.Neutral(span));
    }
    return true;
  }
}
