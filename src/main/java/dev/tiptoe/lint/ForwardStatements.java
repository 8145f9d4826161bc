package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.layout.Section;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of a script that do not lead back, as seen from one of them. */
final class ForwardStatements {

  private final Script script;
  private final List<Section> sections;
  private @Nullable List<Statement> all;
  private @Nullable IdentityHashMap<Statement, Integer> turns;
  private @Nullable ColumnUses uses;
  private @Nullable Nearby near;
  private @Nullable Transactions transactions;
  private @Nullable Boolean nothingUnderstood;

  ForwardStatements(Script script, List<Section> sections) {
    this.script = script;
    this.sections = sections;
  }

  /** Whether not one statement of the file is understood, forward or back. */
  boolean isNothingUnderstood() {
    if (nothingUnderstood == null) {
      nothingUnderstood =
          script.executed().stream()
              .flatMap(s -> s.changes().stream())
              .allMatch(Change.Other.class::isInstance);
    }
    return nothingUnderstood;
  }

  /** Those within sight of {@code place}. */
  @SuppressWarnings("ReferenceEquality") // Kept from change to change of the statement at hand.
  Nearby near(Statement place) {
    int turn = turn(place);
    if (near == null || near.turn() != turn) {
      near = new Nearby(all(), turn, turns());
    }
    return near;
  }

  /** Those within sight of {@code place} that commit together with it; none if it commits alone. */
  Nearby committedWith(Statement place) {
    if (transactions == null) {
      transactions = new Transactions(script, sections);
    }
    List<Statement> transaction = transactions.of(place);
    return transaction.isEmpty()
        ? new Nearby(transaction, 0, Map.of())
        : new Nearby(transaction, turn(place), turns());
  }

  /** What they do to columns. */
  ColumnUses uses() {
    if (uses == null) {
      uses = new ColumnUses(all());
    }
    return uses;
  }

  /** Whether they make names or values mean something else than they do elsewhere. */
  boolean changeSession() {
    return all().stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(ForwardStatements::changesMeaning);
  }

  private static boolean changesMeaning(Change change) {
    return change instanceof SessionChange.UseDatabase
        || (change instanceof SessionChange.SetVariable set
            && (set.variable().equalsIgnoreCase("search_path")
                || set.variable().equalsIgnoreCase("sql_mode")));
  }

  private List<Statement> all() {
    if (all == null) {
      all = script.executed().stream().filter(this::leadsForward).toList();
    }
    return all;
  }

  private int turn(Statement place) {
    return turns().getOrDefault(place, 0);
  }

  /** When each statement runs: one in a routine runs when that is called. */
  private IdentityHashMap<Statement, Integer> turns() {
    if (turns == null) {
      turns = new IdentityHashMap<>();
      for (Statement statement : script.executed()) {
        turns.put(statement, turns.size());
      }
    }
    return turns;
  }

  private boolean leadsForward(Statement statement) {
    return sections.stream()
        .anyMatch(s -> s.way() == Section.Way.UP && s.span().covers(statement.span()));
  }
}
