package dev.tiptoe.proof;

import dev.tiptoe.lint.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what the advice of a finding says. */
final class Advice {

  private static final Pattern COMMENT = Pattern.compile("`(-- tiptoe:backfill .+? = )<value>`");

  private Advice() {}

  /** The script after its author has done as he was told; empty if no advice says what to write. */
  static Optional<String> follow(Trial trial, List<Finding> findings) {
    for (Claims claims : Claims.of(findings)) {
      String advice = claims.finding().advice();
      Matcher comment = COMMENT.matcher(advice);
      if (!comment.find() && advice.contains("tiptoe:backfill")) {
        throw new IllegalStateException("who can follow this? " + advice);
      }
      if (comment.reset().find() && !trial.fitting().isEmpty()) {
        return Optional.of(comment.group(1) + trial.fitting() + "\n" + trial.sql());
      }
      if (advice.contains("drop IF EXISTS")) {
        return Optional.of(trial.sql().replaceFirst("(?i) IF EXISTS", ""));
      }
    }
    return Optional.empty();
  }
}
