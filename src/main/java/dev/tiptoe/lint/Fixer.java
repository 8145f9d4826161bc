package dev.tiptoe.lint;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.EditPlan;
import dev.tiptoe.text.SourceFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Applies the fixes of findings, in passes until nothing changes; a file whose new text reads worse
 * stays as it was.
 */
public final class Fixer {

  private static final int MOST_PASSES = 10;

  private final Linter linter;

  public Fixer(Linter linter) {
    this.linter = linter;
  }

  /** Mends a file of which nothing else is known. */
  public FixResult fix(SourceFile file, Target target) {
    return fix(file, Circumstances.unknown(target));
  }

  /** Mends a file as it runs in its circumstances. */
  public FixResult fix(SourceFile file, Circumstances circumstances) {
    Target target = circumstances.schema().target();
    LintResult before = linter.lint(Script.read(file, target), circumstances);
    LintResult current = before;
    int applied = 0;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      EditPlan plan = new EditPlan();
      int taken = plan(current, plan);
      if (plan.isEmpty()) {
        return new FixResult(current.script().file(), applied, "", current);
      }
      SourceFile next = file.withText(plan.applyTo(current.script().file().text()));
      LintResult after = linter.lint(Script.read(next, target), circumstances);
      if (isWorse(after, current)) {
        return new FixResult(
            file,
            0,
            "the rewritten text reads worse than the old one, so the file stays as it was",
            before);
      }
      applied += taken;
      current = after;
    }
    return new FixResult(
        file, 0, "the fixes never came to an end, so the file stays as it was", before);
  }

  private static boolean isWorse(LintResult after, LintResult before) {
    return after.script().notUnderstood() > before.script().notUnderstood()
        || after.script().statements().size() < before.script().statements().size()
        || after.crashes().size() > before.crashes().size()
        || errors(after) > errors(before);
  }

  private static long errors(LintResult result) {
    return result.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
  }

  private static int plan(LintResult result, EditPlan plan) {
    Set<Fix> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    int taken = 0;
    for (Finding finding : result.findings()) {
      if (finding.fix().isPresent()
          && seen.add(finding.fix().get())
          && plan.add(finding.fix().get().edits())) {
        taken++;
      }
    }
    return taken;
  }
}
