package dev.tiptoe.doctor.effects;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;

/** How a statement writes names: with quotes or without. */
record Spelling(String sql, String quote) {

  static Spelling of(Script script, Statement statement) {
    return new Spelling(
        script.file().text(statement.span()), script.target().dialect().isMySqlLike() ? "`" : "\"");
  }

  /** What a thing is and the name that it goes by. */
  String of(Facet thing) {
    return switch (thing.kind()) {
      case TABLE -> "table " + of(thing.owner());
      case INDEX -> "index " + of(thing.name());
      case CONSTRAINT -> "constraint " + of(thing.name());
      case ENUM -> "type " + of(thing.owner());
      default -> "column " + of(thing.name()) + " of " + of(thing.owner());
    };
  }

  /** As it is written there, be it in other letter case. */
  private String of(String name) {
    String quoted = quote + name.replace(quote, quote + quote) + quote;
    for (String candidate : new String[] {quoted, name}) {
      for (int at = 0; at + candidate.length() <= sql.length(); at++) {
        if (sql.regionMatches(true, at, candidate, 0, candidate.length())) {
          return sql.substring(at, at + candidate.length());
        }
      }
    }
    return name;
  }
}
