package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Other;
import dev.tiptoe.ddl.Change.Other.Reading;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange.CreateRoutine;
import dev.tiptoe.ddl.SessionChange.CallRoutine;
import dev.tiptoe.ddl.SessionChange.KeepText;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the statements of a file together with those that they run: in a block of code, in a
 * routine that the file makes, in a text that it executes. A body or a text is opened where it is
 * run first, so that all takes linear time and nothing is said of it twice.
 */
final class CodeReader {

  /** How deep code is looked into that runs code. */
  private static final int DEEPEST = 10;

  private static final String COMPUTED = "because it is put together only when it runs";
  private static final String ELSEWHERE = "because it does not stand in this file";

  /** What a text needs to change tables or their rows, or to hide that it does. */
  private static final Set<String> CHANGING =
      Set.of(
          "ALTER",
          "CALL",
          "COPY",
          "DELETE",
          "DO",
          "DROP",
          "EXECUTE",
          "INDEX",
          "INSERT",
          "LOCK",
          "MERGE",
          "POLICY",
          "RENAME",
          "REPLACE",
          "RULE",
          "TABLE",
          "TRIGGER",
          "TRUNCATE",
          "UPDATE");

  private final String text;
  private final Target target;
  private final StatementReader reader;
  private final Guards guards = new Guards();
  private final KeptTexts texts = new KeptTexts(guards);
  private final Map<String, RoutineBody> routines = new HashMap<>();

  /** Why something that a body runs is not understood. */
  private final Map<RoutineBody, Other> obstacles = new HashMap<>();

  private final Set<Span> opened = new HashSet<>();

  /**
   * Where code runs.
   *
   * @param from the statement of the file that runs it
   * @param runs where its statements go
   */
  private record Run(Span from, Course course, int depth, List<Statement> runs) {

    Run in(Course inner) {
      return new Run(from, inner.under(course), depth, runs);
    }

    Run deeper() {
      return new Run(from, course, depth + 1, new ArrayList<>());
    }

    void add(Span span, List<Change> changes) {
      if (!changes.isEmpty()) {
        Span end = Span.at(span.end());
        runs.add(new Statement(span, end, ";", changes, course, Optional.of(from), List.of()));
      }
    }
  }

  CodeReader(String text, Target target) {
    this.text = text;
    this.target = target;
    this.reader = new StatementReader(target);
  }

  /** Reads a statement that stands in the file itself. */
  Statement read(Span span, Span delimiter, String separator) {
    Run run = new Run(span, Course.ALWAYS, 0, new ArrayList<>());
    List<Change> changes = changes(span, reader.read(text, span), run);
    return new Statement(
        span, delimiter, separator, changes, Course.ALWAYS, Optional.empty(), run.runs());
  }

  /** What a statement does besides running others, which are added to the run. */
  private List<Change> changes(Span span, List<Change> changes, Run run) {
    for (Change change : changes) {
      if (change instanceof CreateRoutine create) {
        keep(create.routine(), RoutineBody.ofCreate(cursor(span)));
      } else if (change instanceof KeepText) {
        texts.keep(cursor(span), run.course());
      } else if (change instanceof CallRoutine call) {
        return call(call, span, run);
      } else if (change instanceof Other other && other.reading() == Reading.OPAQUE) {
        return code(span, run);
      }
    }
    return changes;
  }

  /** Of several routines of one name, nobody knows which one is called. */
  private void keep(Name routine, RoutineBody body) {
    routines.merge(
        key(routine),
        body,
        (old, latest) ->
            old.parameters().equals(latest.parameters()) ? latest : RoutineBody.UNKNOWN);
  }

  private List<Change> code(Span span, Run run) {
    Cursor in = cursor(span);
    if (in.peek("EXECUTE")) {
      List<KeptTexts.Kept> kept = texts.executed(in);
      if (kept.stream().allMatch(k -> k.place().isEmpty())) {
        return List.of(dark("EXECUTE", kept.isEmpty() ? ELSEWHERE : COMPUTED, span));
      }
      kept.forEach(k -> execute(k, span, run.in(k.course())));
    } else {
      boolean isDo = in.peek("DO");
      Optional<String> obstacle = open(isDo ? RoutineBody.ofDo(in) : RoutineBody.ofBlock(in), run);
      if (obstacle.isPresent()) {
        return List.of(dark(isDo ? "DO" : "BEGIN NOT ATOMIC", obstacle.get(), span));
      }
    }
    if (firstDark(run).isPresent()) {
      return List.of(new KeepText(span));
    }
    return run.runs().isEmpty() ? List.of(new Change.Neutral(span)) : List.of();
  }

  private List<Change> call(CallRoutine call, Span span, Run run) {
    RoutineBody body = routines.get(key(call.routine()));
    if (body == null) {
      return isForeign(call, cursor(span))
          ? List.of(call, dark(call.routine().last(), ELSEWHERE, span))
          : List.of(call);
    }
    if (body.text().isEmpty() || opened.add(body.text().get())) {
      Optional<String> obstacle = open(body, run);
      if (obstacle.isPresent()) {
        return List.of(call, dark(call.routine().last(), obstacle.get(), span));
      }
      Optional<Other> dark = firstDark(run);
      if (dark.isPresent()) {
        obstacles.put(body, dark.get());
        return List.of(call);
      }
    }
    if (obstacles.containsKey(body)) {
      String reason = obstacles.get(body).reason();
      return List.of(call, new Other(Reading.OPAQUE, Optional.empty(), reason, span));
    }
    return run.runs().isEmpty() ? List.of(new Change.Neutral(span)) : List.of();
  }

  /** Whether a call runs SQL of somebody else's: it is no function of the server's own. */
  private boolean isForeign(CallRoutine call, Cursor in) {
    if (in.take("CALL")) {
      return true;
    }
    in.skip();
    in.takeName();
    in.takeParenthesis();
    Name name = call.routine();
    return in.atEnd()
        && target.is(Dialect.POSTGRESQL)
        && !name.name().startsWith("pg_")
        && PostgresFunctions.volatility(name.schema(), name.name(), target.version()).isEmpty();
  }

  /** Reads what a body runs, or says why not. */
  private Optional<String> open(RoutineBody body, Run run) {
    if (body.obstacle().isPresent()) {
      return body.obstacle();
    }
    if (run.depth() >= DEEPEST) {
      return Optional.of("because it is run by code in code in code");
    }
    Span span = body.text().orElseThrow();
    if (body.language() == RoutineBody.Language.SQL) {
      statements(span, run);
      return Optional.empty();
    }
    Optional<List<BlockReader.Piece>> pieces = BlockReader.read(cursor(span), guards);
    boolean isPlpgsql = body.language() == RoutineBody.Language.PLPGSQL;
    for (BlockReader.Piece piece : pieces.orElse(List.of())) {
      Run here = run.in(piece.course());
      if (!isPlpgsql || !runPlpgsql(piece.span(), here)) {
        run(piece.span(), here);
      }
    }
    return pieces.isPresent()
        ? Optional.empty()
        : Optional.of("because its blocks are not understood");
  }

  /** What means something else in PL/pgSQL than it does to the server. */
  private boolean runPlpgsql(Span span, Run run) {
    Cursor in = cursor(span);
    if (in.take("EXECUTE")) {
      Span literal = in.here();
      boolean isLiteral = in.kind() == TokenKind.STRING;
      in.skip();
      if (isLiteral && (in.atEnd() || in.peek("INTO") || in.peek("USING"))) {
        literal(literal, run);
      } else {
        run.add(span, List.of(dark("EXECUTE", COMPUTED, span)));
      }
      return true;
    }
    if (!in.take("PERFORM") && !in.take("SELECT")) {
      return false;
    }
    // Any other INTO is for a variable.
    Cursor function = in.part(in.at(), in.limit());
    if (function.takeName().isPresent() && function.peekSymbol('(')) {
      List<Change> changes = new ArrayList<>();
      StatementReader.select(in, span, changes);
      run(span, changes, run);
    }
    return true;
  }

  private void run(Span span, Run run) {
    run(span, reader.read(text, span), run);
  }

  private void run(Span span, List<Change> read, Run run) {
    Run inner = run.deeper();
    run.add(span, changes(span, read, inner));
    run.runs().addAll(inner.runs());
  }

  private void execute(KeptTexts.Kept kept, Span span, Run run) {
    if (kept.place().isEmpty()) {
      run.add(span, List.of(dark("EXECUTE", COMPUTED, span)));
    } else if (kept.form() == KeptTexts.Form.LITERAL) {
      literal(kept.place().get(), run);
    } else if (opened.add(kept.place().get())) {
      run(kept.place().get(), run);
    }
  }

  private void literal(Span literal, Run run) {
    Optional<Span> inside = Literals.inside(text, literal, target);
    if (inside.isPresent() && run.depth() < DEEPEST) {
      if (opened.add(inside.get())) {
        statements(inside.get(), run);
      }
    } else if (!isHarmless(literal)) {
      run.add(literal, List.of(dark("EXECUTE", "because there are escapes in it", literal)));
    }
  }

  /** Whether none of its words changes a table, so that nobody needs to know it exactly. */
  private boolean isHarmless(Span literal) {
    String written = literal.of(text);
    String quote = written.substring(written.length() - 1);
    String sql = written.substring(1, written.length() - 1).replace(quote + quote, quote);
    Tokens tokens = Tokens.of(sql, new Span(0, sql.length()), target);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.UNCLOSED
          || CHANGING.contains(tokens.text(i).toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    return !sql.contains("\\");
  }

  private void statements(Span part, Run run) {
    Splitter splitter = new Splitter(text, part, target, comment -> {});
    while (splitter.next()) {
      if (splitter.problem().isEmpty()) {
        run(splitter.span(), run);
      } else {
        run.add(
            splitter.span(),
            List.of(dark("EXECUTE", "because " + splitter.problem(), splitter.span())));
      }
    }
  }

  private static Optional<Other> firstDark(Run run) {
    return run.runs().stream()
        .flatMap(s -> s.changes().stream())
        .filter(Other.class::isInstance)
        .map(Other.class::cast)
        .findFirst();
  }

  private static Other dark(String what, String why, Span span) {
    String reason = "Tiptoe cannot see the SQL that " + what + " runs, " + why;
    return new Other(Reading.OPAQUE, Optional.empty(), reason, span);
  }

  private Cursor cursor(Span span) {
    Tokens tokens = Tokens.of(text, span, target);
    return new Cursor(tokens, target, 0, tokens.size());
  }

  private String key(Name routine) {
    return target.dialect().isMySqlLike()
        ? routine.name().toLowerCase(Locale.ROOT)
        : routine.name();
  }
}
