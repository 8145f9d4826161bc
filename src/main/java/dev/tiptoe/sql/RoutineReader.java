package dev.tiptoe.sql;

import dev.tiptoe.ddl.Volatility;
import java.util.Optional;

/** Reads how a routine of PostgreSQL is declared, behind its name. */
final class RoutineReader {

  private final Cursor in;
  private Optional<Volatility> declared = Optional.empty();
  private boolean isSql;
  private boolean isKeptApart;
  private String body = "";

  private RoutineReader(Cursor in) {
    this.in = in;
  }

  /** Whether it gives one value in a statement; unknown on MySQL and MariaDB. */
  static Volatility volatility(Cursor in) {
    return in.mySqlLike() ? Volatility.UNKNOWN : new RoutineReader(in).read();
  }

  private Volatility read() {
    while (!in.atEnd()) {
      if (in.take("IMMUTABLE") || in.take("STABLE")) {
        declared = Optional.of(Volatility.STABLE);
      } else if (in.take("LANGUAGE")) {
        isSql = in.takeName().filter(n -> n.name().equals("sql")).isPresent();
      } else if (in.take("SECURITY", "DEFINER") || in.take("SET")) {
        isKeptApart = true;
      } else if (in.take("AS")) {
        body = unquoted(in.text());
      } else if (in.take("RETURN")) {
        body = "SELECT " + in.source(in.all(in.at()));
        isSql = true;
        in.moveTo(in.limit());
      } else if (in.takeParenthesis().isEmpty()) {
        in.skip();
      }
    }
    return declared.orElseGet(this::undeclared);
  }

  /**
   * Without a word it is volatile. But measured from 12 on, an SQL function that is one expression
   * stands for its expression.
   */
  private Volatility undeclared() {
    boolean isInlined = isSql && !isKeptApart && in.target().is(Dialect.POSTGRESQL, 12, 0, 0);
    if (!isInlined) {
      return Volatility.VOLATILE;
    }
    String select = body.strip();
    if (!select.regionMatches(true, 0, "SELECT ", 0, 7)) {
      return Volatility.UNKNOWN;
    }
    Expression value = Expression.of(select.substring(7), in.target());
    return value.kind() == Expression.Kind.VOLATILE
        ? Volatility.VOLATILE
        : value.isOneValue() || value.kind() == Expression.Kind.NULL
            ? Volatility.STABLE
            : Volatility.UNKNOWN;
  }

  /** What stands between the quotes of a body. */
  private static String unquoted(String literal) {
    if (literal.startsWith("$")) {
      int tag = literal.indexOf('$', 1) + 1;
      return literal.substring(tag, Math.max(tag, literal.length() - tag));
    }
    boolean isQuoted = literal.length() > 1 && literal.startsWith("'");
    return isQuoted ? literal.substring(1, literal.length() - 1).replace("''", "'") : "";
  }
}
