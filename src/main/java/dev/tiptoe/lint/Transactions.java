package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.SessionChange.Transaction;
import dev.tiptoe.ddl.SessionChange.Transaction.Step;
import dev.tiptoe.layout.Section;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Which statements of a script commit together, by its own BEGIN and COMMIT or because its tool
 * wraps them. That MySQL and MariaDB commit before and after DDL all the same is left to who asks.
 */
final class Transactions {

  private final IdentityHashMap<Statement, List<Statement>> transactions = new IdentityHashMap<>();
  private List<Statement> open = new ArrayList<>();
  private boolean begun;

  Transactions(Script script, List<Section> sections) {
    for (Section section : sections) {
      boolean wrapped =
          switch (section.wrapping()) {
            case ONE_MESSAGE, SECTION, ALL_PENDING -> true;
            case UNKNOWN, EACH_STATEMENT -> false;
          };
      end();
      for (Statement statement : script.statements()) {
        if (section.span().covers(statement.span())) {
          // PostgreSQL takes what one statement runs into its transaction.
          boolean shared = wrapped || script.target().is(Dialect.POSTGRESQL);
          addAll(statement, wrapped, shared && !statement.runs().isEmpty());
        }
      }
    }
  }

  private void addAll(Statement statement, boolean wrapped, boolean shared) {
    if (!statement.changes().isEmpty()) {
      add(statement, wrapped || shared);
    }
    statement.runs().forEach(s -> add(s, wrapped || shared));
    if (shared && !wrapped && !begun) {
      end();
    }
  }

  private void add(Statement statement, boolean wrapped) {
    for (Change change : statement.changes()) {
      if (change instanceof Transaction transaction) {
        if (transaction.step() == Step.BEGIN) {
          begun = true;
        } else {
          end();
        }
        return;
      }
    }
    if (begun || wrapped) {
      open.add(statement);
      transactions.put(statement, open);
    }
  }

  private void end() {
    open = new ArrayList<>();
    begun = false;
  }

  /** The statements that commit with this one, itself among them; empty if it commits alone. */
  List<Statement> of(Statement statement) {
    return Collections.unmodifiableList(transactions.getOrDefault(statement, List.of()));
  }
}
