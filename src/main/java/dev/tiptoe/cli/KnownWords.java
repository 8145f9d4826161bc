package dev.tiptoe.cli;

import dev.tiptoe.config.Vocabulary;
import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.report.Format;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The words of {@code tiptoe.json} that are decided outside it. */
final class KnownWords {

  private KnownWords() {}

  /** The dialect that a user named. */
  static Dialect dialect(String name) {
    return Dialect.of(name).orElseThrow(() -> UsageError.unknown("dialect", name, dialects()));
  }

  static List<String> dialects() {
    return Arrays.stream(Dialect.values()).map(Dialect::id).toList();
  }

  /** The format that a user named. */
  static Format format(String name) {
    return Arrays.stream(Format.values())
        .filter(format -> format.id().equals(name))
        .findFirst()
        .orElseThrow(() -> UsageError.unknown("format", name, formats()));
  }

  static List<String> formats() {
    return Arrays.stream(Format.values()).map(Format::id).toList();
  }

  static Vocabulary vocabulary() {
    return new Vocabulary(
        Rules.ALL.stream().map(Rule::id).collect(Collectors.toSet()),
        Layouts.ALL.stream().map(Layout::id).collect(Collectors.toSet()));
  }
}
