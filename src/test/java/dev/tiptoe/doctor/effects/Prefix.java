package dev.tiptoe.doctor.effects;

import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.ddl.SessionChange.Transaction;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is told of a database on which the first statements of a script have run.
 *
 * @param ran how many
 */
public record Prefix(Script script, int ran, Effects effects) {

  /** Of longer scripts not every prefix is tried. */
  private static final int LONG = 20;

  private static final int STRIDE = 7;

  /** All that a server can have stopped at for good, on what was there before. */
  public static List<Prefix> of(Script script, Catalog before) {
    List<Prefix> prefixes = new ArrayList<>();
    List<Statement> statements = script.statements();
    Catalog now = before.copy();
    boolean open = false;
    for (int ran = 0; ran <= statements.size(); ran++) {
      if (ran > 0) {
        run(statements.get(ran - 1), now, script);
        open = isOpen(open, statements.get(ran - 1), script);
      }
      boolean tried = statements.size() < LONG || ran % STRIDE == 0 || ran == statements.size();
      if (tried && !open) {
        prefixes.add(of(script, ran, now));
      }
    }
    return prefixes;
  }

  private static Prefix of(Script script, int ran, Catalog now) {
    Catalog live = now.copy();
    live.newConnection();
    return new Prefix(
        script,
        ran,
        Effects.of(script, script.statements(), new LiveSchema(live, Set.of()), Clue.NONE));
  }

  private static boolean isOpen(boolean open, Statement statement, Script script) {
    if (script.target().dialect() != Dialect.POSTGRESQL) {
      return false;
    }
    return statement.changes().stream()
        .filter(Transaction.class::isInstance)
        .map(c -> ((Transaction) c).step() == Transaction.Step.BEGIN)
        .findFirst()
        .orElse(open);
  }

  public static void run(Statement statement, Catalog catalog, Script script) {
    Stream.concat(Stream.of(statement), statement.runs().stream())
        .forEach(s -> s.changes().forEach(c -> catalog.apply(c, s.course(), script.file())));
  }

  /** What is told wrongly. */
  public List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    List<Boolean> telling = new ArrayList<>();
    for (int i = 0; i < script.statements().size(); i++) {
      StatementState state = effects.statements().get(i);
      boolean mayBeThere =
          Demanding.isHarmless(state.statement()) || isOfSession(state.statement());
      telling.add(!mayBeThere);
      boolean right =
          switch (state.presence()) {
            case DONE -> i < ran || mayBeThere;
            case NOT_DONE -> i >= ran;
            case UNKNOWN -> true;
            case PARTLY -> false;
          };
      if (!right) {
        wrong.add(state.presence() + ": " + firstLine(state.statement()) + ": " + state.evidence());
      }
    }
    if (effects.extent() == Extent.NOTHING && telling.subList(0, ran).contains(true)) {
      wrong.add("nothing is said to be there");
    }
    if (effects.extent() == Extent.ALL && telling.subList(ran, telling.size()).contains(true)) {
      wrong.add("all is said to be there");
    }
    return wrong.stream()
        .map(w -> script.file().path() + " after " + ran + " statements: " + w)
        .toList();
  }

  public long unknown() {
    return effects.statements().stream().filter(s -> s.presence() == Presence.UNKNOWN).count();
  }

  private String firstLine(Statement statement) {
    return script.file().text(statement.span()).lines().findFirst().orElse("");
  }

  private static boolean isOfSession(Statement statement) {
    List<Change> changes = statement.changes();
    return !changes.isEmpty() && changes.stream().allMatch(SessionChange.class::isInstance);
  }
}
