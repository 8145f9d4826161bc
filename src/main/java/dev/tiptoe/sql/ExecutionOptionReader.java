package dev.tiptoe.sql;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.ExecutionOption;
import dev.tiptoe.ddl.TableChange.ExecutionOption.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what MySQL and MariaDB are told of how to carry out a statement. */
final class ExecutionOptionReader {

  private ExecutionOptionReader() {}

  /** Takes ALGORITHM, LOCK, WAIT or NOWAIT if one comes next. */
  static Optional<ExecutionOption> read(Cursor in, Name table) {
    int first = in.at();
    if (in.take("NOWAIT")) {
      return Optional.of(new ExecutionOption(table, Kind.WAIT, "0", in.since(first)));
    }
    Optional<Kind> kind =
        in.take("ALGORITHM")
            ? Optional.of(Kind.ALGORITHM)
            : in.take("LOCK")
                ? Optional.of(Kind.LOCK)
                : in.take("WAIT") ? Optional.of(Kind.WAIT) : Optional.empty();
    return kind.map(
        k -> {
          in.takeSymbol('=');
          String value = in.text().toUpperCase(Locale.ROOT);
          in.skip();
          return new ExecutionOption(table, k, value, in.since(first));
        });
  }

  /** Those among the words from the cursor to its limit. */
  static List<ExecutionOption> all(Cursor in, Name table) {
    List<ExecutionOption> options = new ArrayList<>();
    while (!in.atEnd()) {
      read(in, table).ifPresentOrElse(options::add, in::skip);
    }
    return options;
  }
}
