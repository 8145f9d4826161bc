package dev.tiptoe.corpus;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tries the rewrites of one migration and counts what comes of them. */
final class Rewrites {

  private Rewrites() {}

  /**
   * Tries one rewrite.
   *
   * @param asked whether every column is to be rewritten, with values that fit where none is known;
   *     otherwise that is done which is done by itself
   */
  static void tryOut(Trial trial, boolean asked, String row, String name, Report report)
      throws SQLException {
    String kind = asked ? "asked for" : "by itself";
    List<GivenValue> values = asked ? trial.fittingValues() : List.of();
    Options options =
        new Options(
            values,
            Options.Form.THREE_STEPS,
            Options.Guessing.ALLOWED,
            asked ? Options.OneStep.REWRITTEN : Options.OneStep.LEFT_ALONE);
    Optional<String> text = trial.rewritten(options);
    if (asked && text.equals(trial.rewritten(CorpusTest.DEFAULTS))) {
      return;
    }
    if (text.isPresent()) {
      boolean accepted = trial.accepts(text.get());
      report.count(row, "files rewritten, " + kind, 1);
      report.count(row, "columns rewritten, " + kind, trial.columns(options));
      report.count(row, "values given", values.size());
      report.count(row, verdict(trial, accepted), 1);
      if (!accepted) {
        report.line("not accepted on " + row, name);
      }
    }
  }

  private static String verdict(Trial trial, boolean accepted) {
    if (!accepted) {
      return "REWRITES NOT ACCEPTED";
    }
    return trial.otherError().isEmpty()
        ? "rewrites accepted"
        : "rewrites accepted on empty tables; something else fails with rows";
  }
}
