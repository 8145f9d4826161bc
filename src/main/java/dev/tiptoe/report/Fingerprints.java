package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.StatementHash;
import dev.tiptoe.text.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the findings of one file apart by their rule and statement, wherever the statement moves.
 */
final class Fingerprints {

  private final Script script;
  private final Map<String, Integer> seen = new HashMap<>();

  /** The hash of a statement with many findings is taken once. */
  private Span statement = Span.at(0);

  private String hash = "";

  Fingerprints(CheckedFile checked) {
    script = checked.result().script();
  }

  /** The hash of the finding's statement and which one of its rule this is among those alike. */
  String of(Finding finding) {
    Span here = script.around(finding.span());
    if (hash.isEmpty() || !here.equals(statement)) {
      statement = here;
      hash = StatementHash.of(script.file().text(here));
    }
    return hash + ":" + seen.merge(finding.rule() + " " + hash, 1, Integer::sum);
  }
}
