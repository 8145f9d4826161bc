package dev.tiptoe.sql;

import dev.tiptoe.ddl.TableOptions;
import java.util.Optional;

/** Finds those options of a MySQL table that are modelled among all its options. */
final class TableOptionsReader {

  private TableOptionsReader() {}

  /** Reads to the cursor's limit, or to what is no option any more. */
  static TableOptions read(Cursor in) {
    Optional<String> engine = Optional.empty();
    Optional<String> characterSet = Optional.empty();
    Optional<String> collation = Optional.empty();
    Optional<String> rowFormat = Optional.empty();
    while (!in.atEnd()
        && !in.peek("PARTITION")
        && !in.peek("REMOVE")
        && !in.peek("AS")
        && !in.peek("SELECT")) {
      if (in.take("ENGINE")) {
        engine = value(in);
      } else if (in.take("CHARSET") || in.take("CHARACTER", "SET") || in.take("CHAR", "SET")) {
        characterSet = value(in);
      } else if (in.take("COLLATE")) {
        collation = value(in);
      } else if (in.take("ROW_FORMAT")) {
        rowFormat = value(in);
      } else if (in.takeParenthesis().isEmpty()) {
        in.skip();
      }
    }
    return new TableOptions(engine, characterSet, collation, rowFormat);
  }

  private static Optional<String> value(Cursor in) {
    in.takeSymbol('=');
    String value = in.text();
    in.skip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
