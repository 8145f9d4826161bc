package dev.tiptoe.lint;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Directive.Author;
import dev.tiptoe.lint.Directive.Ignore;
import dev.tiptoe.lint.Directive.Reach;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The directives of one script, what each suppression covers, and which were of use. */
final class Directives {

  private record Suppression(Ignore ignore, Span covers) {}

  private record Use(Ignore ignore, String rule) {}

  private final Script script;
  private final List<Directive> all = new ArrayList<>();
  private final List<GivenValue> values = new ArrayList<>();
  private final List<Suppression> ofFile = new ArrayList<>();
  private final TreeMap<Integer, List<Suppression>> byStart = new TreeMap<>();
  private final Set<Use> used = new HashSet<>();

  Directives(Script script) {
    this.script = script;
    for (Span comment : script.comments()) {
      DirectiveReader.read(script.file().text(), comment).ifPresent(this::add);
    }
  }

  List<Directive> all() {
    return all;
  }

  /**
   * Whether a finding of {@code rule} that starts at {@code offset} is suppressed; the suppression
   * then counts as used.
   */
  boolean suppress(String rule, int offset) {
    boolean found = false;
    for (Suppression suppression : ofFile) {
      found |= use(suppression.ignore(), rule);
    }
    if (byStart.isEmpty()) {
      return found;
    }
    // What covers a place starts with its statement or within it.
    int first = firstEndingAfter(offset);
    int from =
        first < script.statements().size()
            ? Math.min(script.statements().get(first).span().start(), offset)
            : offset;
    from = Math.min(from, script.file().lineSpan(offset).start());
    for (List<Suppression> suppressions : byStart.subMap(from, true, offset, true).values()) {
      for (Suppression suppression : suppressions) {
        if (offset < suppression.covers().end()) {
          found |= use(suppression.ignore(), rule);
        }
      }
    }
    return found;
  }

  private boolean use(Ignore ignore, String rule) {
    Optional<String> word = wordFor(ignore, rule);
    word.ifPresent(w -> used.add(new Use(ignore, w)));
    return word.isPresent();
  }

  /**
   * Whether {@code word} in this suppression held back at least one finding; with no rule named,
   * whether anything was.
   */
  boolean isUsed(Ignore ignore, String word) {
    return used.contains(new Use(ignore, word));
  }

  /** The value given in a comment above for a column of a table. */
  Optional<GivenValue> value(Name table, Name column) {
    return values.stream().filter(v -> v.isFor(table, column)).findFirst();
  }

  private static Optional<String> wordFor(Ignore ignore, String rule) {
    if (ignore.rules().isEmpty()) {
      // "Ignore everything" is only for whole files; on a statement it must be said what is
      // ignored.
      return ignore.reach() == Reach.FILE || ignore.author() == Author.SQUAWK
          ? Optional.of("")
          : Optional.empty();
    }
    for (String word : ignore.rules()) {
      Optional<String> named =
          ignore.author() == Author.SQUAWK ? SquawkRules.ours(word) : Optional.of(word);
      if (named.filter(rule::equals).isPresent()) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private void add(Directive directive) {
    all.add(directive);
    if (directive instanceof Directive.Backfill backfill) {
      values.add(backfill.value());
    } else if (directive instanceof Ignore ignore) {
      Suppression suppression = new Suppression(ignore, covered(ignore));
      if (ignore.reach() == Reach.FILE) {
        ofFile.add(suppression);
      } else {
        byStart
            .computeIfAbsent(suppression.covers().start(), k -> new ArrayList<>())
            .add(suppression);
      }
    }
  }

  private Span covered(Ignore ignore) {
    SourceFile file = script.file();
    if (ignore.reach() == Reach.FILE) {
      return new Span(0, file.text().length());
    }
    Span comment = ignore.span();
    Span line = file.lineSpan(comment.start());
    int after = firstEndingAfter(comment.end());
    if (!SourceFile.isBlank(file.text(new Span(line.start(), comment.start())))) {
      // Behind code: the statement that ends on this line, else this line of a longer one.
      if (after > 0 && script.statements().get(after - 1).span().end() > line.start()) {
        return script.statements().get(after - 1).span();
      }
      return line;
    }
    if (after == script.statements().size()) {
      return Span.at(comment.end());
    }
    Statement next = script.statements().get(after);
    return next.span().start() >= comment.end() ? next.span() : nextCodeLine(comment);
  }

  /** The index of the first statement that ends after {@code offset}. */
  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = script.statements().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (script.statements().get(middle).span().end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private Span nextCodeLine(Span comment) {
    SourceFile file = script.file();
    int offset = comment.end();
    while (offset < file.text().length()) {
      Span line = file.lineSpan(offset);
      String code = file.text(new Span(Math.max(line.start(), comment.end()), line.end())).strip();
      if (!code.isEmpty() && !code.startsWith("--") && !code.startsWith("#")) {
        return line;
      }
      offset = file.nextLineStart(offset);
    }
    return Span.at(comment.end());
  }
}
