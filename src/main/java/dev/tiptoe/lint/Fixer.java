package dev.tiptoe.lint;

import dev.tiptoe.layout.NewFile;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.EditPlan;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
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
    List<Fix> applied = new ArrayList<>();
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      EditPlan plan = new EditPlan();
      List<Fix> taken = plan(current, plan);
      if (plan.isEmpty()) {
        return result(before, current, applied, circumstances)
            .orElseGet(
                () ->
                    unchanged(
                        "the names of other migrations leave no room for further ones right after it, so the file stays as it was",
                        before));
      }
      SourceFile next = file.withText(plan.applyTo(current.script().file().text()));
      LintResult after = linter.lint(Script.read(next, target), circumstances);
      if (isWorse(after, current)) {
        return unchanged(
            "the rewritten text reads worse than the old one, so the file stays as it was", before);
      }
      applied.addAll(taken);
      current = after;
    }
    return unchanged("the fixes never came to an end, so the file stays as it was", before);
  }

  private static FixResult unchanged(String problem, LintResult before) {
    return new FixResult(before.script().file(), 0, problem, before, before, List.of());
  }

  /** Empty if there is no room for the migrations that the fixes need. */
  private static Optional<FixResult> result(
      LintResult before, LintResult last, List<Fix> applied, Circumstances circumstances) {
    SourceFile file = last.script().file();
    List<Sequel> sequels = applied.stream().flatMap(f -> f.sequels().stream()).toList();
    Optional<List<NewFile>> newFiles =
        sequels.isEmpty()
            ? Optional.of(List.of())
            : circumstances
                .runner()
                .layout()
                .filesAfter(
                    circumstances.place(),
                    file.text(),
                    circumstances.schema().target(),
                    new Sequels(sequels).after(circumstances.migrationName()));
    return newFiles.map(files -> new FixResult(file, applied.size(), "", before, last, files));
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

  /** The fixes that fit together. */
  private static List<Fix> plan(LintResult result, EditPlan plan) {
    Set<Fix> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Fix> taken = new ArrayList<>();
    for (Finding finding : result.findings()) {
      finding.fix().filter(f -> seen.add(f) && plan.add(f.edits())).ifPresent(taken::add);
    }
    return taken;
  }
}
