package dev.tiptoe.cli;

import dev.tiptoe.config.Vocabulary;
import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import java.util.stream.Collectors;

/** The words of {@code tiptoe.json} that are decided outside it. */
final class KnownWords {

  private KnownWords() {}

  static Vocabulary vocabulary() {
    return new Vocabulary(
        Rules.ALL.stream().map(Rule::id).collect(Collectors.toSet()),
        Layouts.ALL.stream().map(Layout::id).collect(Collectors.toSet()));
  }
}
