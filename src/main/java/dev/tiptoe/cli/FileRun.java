package dev.tiptoe.cli;

import dev.tiptoe.cli.Comparison.View;
import dev.tiptoe.cli.LintRequest.AppliedFiles;
import dev.tiptoe.history.ReadAhead;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.NewFile;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.RuleBook;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.GitProblem;
import dev.tiptoe.project.SourceWriter;
import dev.tiptoe.report.CheckedFile;
import dev.tiptoe.report.Summary.Purpose;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one file or rewrites it, and enters what came of it in the ledger. */
final class FileRun {

  private final LintRequest request;
  private final Surroundings surroundings;
  private final Ledger ledger;
  private final RuleBook ruleBook = Rules.book();

  /**
   * What a file has come to.
   *
   * @param schema what it leaves, with the migrations that were split off from it
   * @param newFiles the paths of those, below the folder of migrations
   */
  record Done(Catalog schema, List<String> newFiles) {}

  FileRun(LintRequest request, Surroundings surroundings, Ledger ledger) {
    this.request = request;
    this.surroundings = surroundings;
    this.ledger = ledger;
  }

  /** Does with a file what was asked for. */
  Done run(Job job, SourceFile source, Circumstances circumstances, View view, ReadAhead scripts)
      throws IOException {
    if (request.purpose() == Purpose.LINT) {
      Script script = scripts.script(source, circumstances.schema().target());
      return new Done(look(job.settings(), script, circumstances), List.of());
    }
    FixResult fixed = new Fixer(linter(job.settings())).fix(source, circumstances);
    String reason = keep(job, source, fixed, view);
    if (!reason.isEmpty()) {
      ledger.add(
          new CheckedFile(fixed.before(), 0, reason, List.of(), job.settings().failOn()),
          job.settings());
      return new Done(fixed.before().schema(), List.of());
    }
    List<String> shown =
        fixed.newFiles().stream().map(file -> job.sibling(file.path()).shown()).toList();
    ledger.add(CheckedFile.fixed(fixed, shown, job.settings().failOn()), job.settings());
    Catalog schema = fixed.remaining().schema();
    for (NewFile file : fixed.newFiles()) {
      schema = lookAtNew(job, file, circumstances, schema);
    }
    return new Done(schema, fixed.newFiles().stream().map(NewFile::path).toList());
  }

  /** Only looks at a file, whatever was asked for; answers the schema that it leaves. */
  Catalog look(Settings settings, Script script, Circumstances circumstances) throws IOException {
    LintResult result = linter(settings).lint(script, circumstances);
    ledger.add(CheckedFile.linted(result, settings.failOn()), settings);
    return result.schema();
  }

  /** Puts a new text where it was asked for; answers why not, or nothing if all went well. */
  private String keep(Job job, SourceFile source, FixResult fixed, View view) {
    String newText = fixed.file().text();
    boolean changed = !newText.equals(source.text());
    if (request.purpose() == Purpose.PREVIEW) {
      if (changed) {
        surroundings.out().print(UnifiedDiff.of(job.file().shown(), source.text(), newText));
        for (NewFile file : fixed.newFiles()) {
          surroundings
              .out()
              .print(UnifiedDiff.ofNew(job.sibling(file.path()).shown(), file.text()));
        }
      }
      return "";
    }
    if (request.readsStdin()) {
      surroundings.out().print(newText);
      return "";
    }
    return changed ? write(job, source, fixed, view) : "";
  }

  private String write(Job job, SourceFile source, FixResult fixed, View view) {
    if (view.onBase().isApplied(job.path()) && request.appliedFiles() == AppliedFiles.KEPT) {
      return "it is on "
          + view.onBase().base()
          + ", so databases may have run it as it is; write a new migration instead, or use --force if none has";
    }
    Path path = job.file().path();
    Optional<String> obstacle = view.staging().flatMap(staging -> staging.obstacle(path));
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    SourceWriter writer = new SourceWriter();
    try {
      NewFiles newFiles = NewFiles.write(job, fixed.newFiles(), writer);
      try {
        writer.replace(path, source.text(), fixed.file().text());
        stage(path, newFiles, view);
      } catch (FileProblem e) {
        newFiles.takeBack();
        throw e;
      } catch (GitProblem e) {
        newFiles.takeBack();
        writer.replace(path, fixed.file().text(), source.text());
        throw new FileProblem("it could not be staged: " + e.reason());
      }
      return "";
    } catch (FileProblem e) {
      ledger.addUnwritten();
      return e.reason();
    }
  }

  private static void stage(Path file, NewFiles newFiles, View view) throws GitProblem {
    if (view.staging().isPresent()) {
      List<Path> rewritten = new ArrayList<>(newFiles.written());
      rewritten.add(file);
      view.staging().get().add(rewritten);
    }
  }

  /** A migration that was split off is a migration like any other. */
  private Catalog lookAtNew(Job job, NewFile file, Circumstances circumstances, Catalog schema)
      throws IOException {
    boolean runs =
        job.home()
            .runner()
            .layout()
            .migration(file.path())
            .filter(migration -> migration.kind() == Migration.Kind.VERSIONED)
            .isPresent();
    if (!runs) {
      return schema;
    }
    schema.newConnection();
    Circumstances here =
        new Circumstances(
            schema,
            circumstances.runner(),
            List.of(),
            circumstances.exempt(),
            circumstances.place());
    SourceFile source = new SourceFile(job.sibling(file.path()).shown(), file.text());
    return look(job.settings(), Script.read(source, schema.target()), here);
  }

  private Linter linter(Settings settings) {
    return new Linter(ruleBook, settings.options());
  }
}
