package dev.tiptoe.cli;

import dev.tiptoe.cli.FolderRun.Job;
import dev.tiptoe.cli.LintRequest.AppliedFiles;
import dev.tiptoe.history.ChangeSet;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.SourceWriter;
import dev.tiptoe.report.CheckedFile;
import dev.tiptoe.report.Summary.Purpose;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;

/** Looks at one file or rewrites it, and enters what came of it in the ledger. */
final class FileRun {

  private final LintRequest request;
  private final Surroundings surroundings;
  private final Ledger ledger;

  FileRun(LintRequest request, Surroundings surroundings, Ledger ledger) {
    this.request = request;
    this.surroundings = surroundings;
    this.ledger = ledger;
  }

  /** Does with a file what was asked for; answers the schema that it leaves. */
  Catalog run(Job job, SourceFile source, Circumstances circumstances, ChangeSet onBase)
      throws IOException {
    if (request.purpose() == Purpose.LINT) {
      return look(job.settings(), read(source, circumstances), circumstances);
    }
    FixResult fixed = new Fixer(linter(job.settings())).fix(source, circumstances);
    String newText = fixed.file().text();
    boolean changed = !newText.equals(source.text());
    if (request.purpose() == Purpose.PREVIEW) {
      if (changed) {
        surroundings.out().print(UnifiedDiff.of(job.file().shown(), source.text(), newText));
      }
    } else if (request.readsStdin()) {
      surroundings.out().print(newText);
    } else if (changed) {
      String reason = write(job, source, newText, onBase);
      if (!reason.isEmpty()) {
        return look(job.settings(), read(source, circumstances), circumstances, reason);
      }
    }
    ledger.add(CheckedFile.fixed(fixed), job.settings());
    return fixed.remaining().schema();
  }

  /** Only looks at a file, whatever was asked for; answers the schema that it leaves. */
  Catalog look(Settings settings, Script script, Circumstances circumstances) throws IOException {
    return look(settings, script, circumstances, "");
  }

  private Catalog look(
      Settings settings, Script script, Circumstances circumstances, String notRewritten)
      throws IOException {
    LintResult result = linter(settings).lint(script, circumstances);
    ledger.add(new CheckedFile(result, 0, notRewritten), settings);
    return result.schema();
  }

  /** Writes the new text; answers why not, or nothing if all went well. */
  private String write(Job job, SourceFile source, String newText, ChangeSet onBase) {
    if (onBase.isApplied(job.path()) && request.appliedFiles() == AppliedFiles.KEPT) {
      return "it is on "
          + onBase.base()
          + ", so databases may have run it as it is; write a new migration instead, or use --force if none has";
    }
    try {
      new SourceWriter().replace(job.file().path(), source.text(), newText);
      return "";
    } catch (FileProblem e) {
      ledger.addUnwritten();
      return e.reason();
    }
  }

  private static Script read(SourceFile source, Circumstances circumstances) {
    return Script.read(source, circumstances.schema().target());
  }

  private static Linter linter(Settings settings) {
    return new Linter(Rules.book(), settings.options());
  }
}
