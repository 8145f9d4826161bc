package dev.tiptoe.cli;

import dev.tiptoe.config.Vocabulary;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of {@code tiptoe.json} that are decided outside it. */
final class KnownWords {

  private static final Set<String> TOOLS =
      Set.of(
          "prisma",
          "flyway",
          "golang-migrate",
          "goose",
          "dbmate",
          "sqlx",
          "diesel",
          "liquibase",
          "drizzle",
          "atlas",
          "plain");

  private KnownWords() {}

  static Vocabulary vocabulary() {
    return new Vocabulary(
        Rules.ALL.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet()), TOOLS);
  }
}
