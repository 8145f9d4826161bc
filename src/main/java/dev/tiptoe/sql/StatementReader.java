package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Other.Reading;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.ddl.SessionChange.Transaction.Step;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one statement into its changes, by its first words; what the tokens leave open goes to
 * JSqlParser.
 */
final class StatementReader {

  private static final int LONGEST_HEAD = 1_000;

  private final Target target;

  StatementReader(Target target) {
    this.target = target;
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
          !known && new DetailParser(target).reads(span.of(text))
              ? new Change.Neutral(span)
              : new Change.Other(
                  Reading.NOT_UNDERSTOOD,
                  Optional.empty(),
                  "this statement is not understood",
                  span));
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
        .<Change>map(n -> new RowChange.InsertRows(n, span))
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
        return new DropReader(in, span, changes).read();
      case "RENAME":
        return renameTables(in, span, changes);
      case "UPDATE":
        return new RowsReader(in, span, changes).update();
      case "DELETE":
        return new RowsReader(in, span, changes).delete();
      case "TRUNCATE":
        return new RowsReader(in, span, changes).truncate();
      case "SET":
        return set(in, span, changes);
      case "RESET":
        return in.takeName()
            .map(n -> changes.add(new SessionChange.SetVariable(n.name(), "DEFAULT", span)))
            .orElse(false);
      case "COPY":
        return new RowsReader(in, span, changes).copy();
      case "WITH":
        return new RowsReader(in, span, changes).with();
      case "USE":
        return in.takeName()
            .map(n -> changes.add(new SessionChange.UseDatabase(n, span)))
            .orElse(false);
      case "BEGIN":
        if (in.peek("NOT")) {
          return opaque("BEGIN NOT ATOMIC", span, changes);
        }
        return changes.add(new SessionChange.Transaction(Step.BEGIN, span));
      case "START":
        return in.peek("TRANSACTION")
            && changes.add(new SessionChange.Transaction(Step.BEGIN, span));
      case "COMMIT", "END":
        return changes.add(new SessionChange.Transaction(Step.COMMIT, span));
      case "ROLLBACK", "ABORT":
        return changes.add(
            in.peek("TO") || in.peekAt(1, "TO")
                ? new Change.Neutral(span)
                : new SessionChange.Transaction(Step.ROLLBACK, span));
      case "SELECT":
        return select(in, span, changes);
      case "CALL":
        return in.takeName().map(n -> changes.add(call(n, in, span))).orElse(false);
      case "PREPARE":
        return changes.add(new SessionChange.KeepText(span));
      case "DO":
        return target.is(Dialect.POSTGRESQL)
            ? opaque("DO", span, changes)
            : changes.add(new Change.Neutral(span));
      case "VACUUM", "CLUSTER", "REINDEX", "REFRESH", "LOCK":
        return new MaintenanceReader(in, span, changes).read(word);
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
            Reading.OPAQUE,
            Optional.empty(),
            "Tiptoe cannot see the SQL that " + what + " runs",
            span));
  }

  private boolean alter(Cursor in, Span span, List<Change> changes) {
    while (in.take("IGNORE") || in.take("ONLINE") || in.take("OFFLINE")) {
      // ALTER IGNORE TABLE and the like
    }
    // The NOT NULL of a foreign table is a promise that nobody checks.
    if (in.peek("TABLE") && !in.peekAt(1, "ALL")) {
      in.skip();
      boolean understood = new AlterTableReader(in, changes::add).read();
      // The other actions are for the table as it is named before.
      changes.sort((one, other) -> Boolean.compare(renames(one), renames(other)));
      return understood;
    }
    return new AlterReader(in, span, changes).read();
  }

  private static boolean renames(Change change) {
    return change instanceof TableChange.RenameTable;
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
      changes.add(new TableChange.RenameTable(table.get(), newName.get(), span));
    } while (in.takeSymbol(','));
    return true;
  }

  /** SELECT of a function is how PostgreSQL's migrations call one; of set_config it is a SET. */
  static boolean select(Cursor in, Span span, List<Change> changes) {
    if (in.mySqlLike() && keepsAnswer(in)) {
      return changes.add(new SessionChange.KeepText(span));
    }
    Optional<Name> function = in.takeName();
    if (function.isEmpty() || !in.peekSymbol('(')) {
      return in.target().is(Dialect.POSTGRESQL)
          ? changes.add(selectInto(in, span).orElse(new Change.Neutral(span)))
          : changes.add(new Change.Neutral(span));
    }
    Name name = function.get();
    if (!name.name().equalsIgnoreCase("set_config")) {
      return changes.add(call(name, in, span));
    }
    List<Cursor> arguments = in.takeParenthesized();
    if (arguments.size() == 3) {
      String variable = arguments.get(0).text().replace("'", "").toLowerCase(Locale.ROOT);
      changes.add(new SessionChange.SetVariable(variable, arguments.get(1).text(), span));
    } else {
      changes.add(new Change.Neutral(span));
    }
    return true;
  }

  /** SELECT ... INTO @variable. */
  private static boolean keepsAnswer(Cursor in) {
    Cursor into = in.part(in.endBefore("INTO"), in.limit());
    return into.take("INTO") && into.peekSymbol('@');
  }

  /** PostgreSQL's other way to say CREATE TABLE ... AS SELECT. */
  private static Optional<Change> selectInto(Cursor in, Span span) {
    in.moveTo(in.endBefore("INTO"));
    if (!in.take("INTO")) {
      return Optional.empty();
    }
    Set<TableTrait> traits = EnumSet.of(TableTrait.OPEN_ENDED);
    if (in.take("TEMPORARY") || in.take("TEMP")) {
      traits.add(TableTrait.TEMPORARY);
    }
    in.take("UNLOGGED");
    in.take("TABLE");
    return in.takeName().map(table -> CreateTableReader.openEnded(table, traits, span));
  }

  private static Change call(Name routine, Cursor in, Span span) {
    List<String> texts = new ArrayList<>();
    for (Cursor argument : in.takeParenthesized()) {
      if (argument.kind() == TokenKind.STRING) {
        texts.add(argument.text());
      }
    }
    return new SessionChange.CallRoutine(routine, List.copyOf(texts), span);
  }

  /** SET a = 1, b = 2; a variable of the whole server changes nothing here. */
  private static boolean set(Cursor in, Span span, List<Change> changes) {
    int before = changes.size();
    boolean keepsText = false;
    // PostgreSQL sets one variable at a time, to as many values as are written.
    boolean single = in.target().is(Dialect.POSTGRESQL);
    for (Cursor assignment : single ? List.of(in) : in.elements()) {
      boolean global = assignment.take("GLOBAL") || assignment.take("PERSIST");
      assignment.take("SESSION");
      assignment.take("LOCAL");
      boolean own = assignment.takeSymbol('@') && !assignment.takeSymbol('@');
      keepsText |= own;
      global |= own || assignment.peek("GLOBAL") || assignment.peek("PERSIST");
      Optional<Name> variable = assignment.takeName();
      if (!global
          && variable.isPresent()
          && (assignment.takeSymbol('=') || assignment.take("TO"))) {
        changes.add(
            new SessionChange.SetVariable(
                variable.get().name().toLowerCase(Locale.ROOT),
                assignment.source(assignment.all(assignment.at())),
                span));
      }
    }
    if (keepsText) {
      changes.add(new SessionChange.KeepText(span));
    } else if (changes.size() == before) {
      changes.add(new Change.Neutral(span));
    }
    return true;
  }
}
