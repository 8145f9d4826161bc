package dev.tiptoe.cli;

import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.project.DialectFinder;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.project.SourceReader;
import dev.tiptoe.project.SourceWriter;
import dev.tiptoe.report.CheckedFile;
import dev.tiptoe.report.Report;
import dev.tiptoe.report.Summary;
import dev.tiptoe.report.Summary.Purpose;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run over many files, one file at a time, so that no more than one is held in memory. */
final class LintRun {

  private final LintRequest request;
  private final Surroundings surroundings;
  private final Report report;
  private final Summary summary;
  private final Linter linter;
  private final Fixer fixer;
  private final DialectFinder dialects;
  private final UnusedValues unusedValues;
  private final List<String> bugs = new ArrayList<>();
  private Optional<Dialect> firstDialect = Optional.empty();

  LintRun(LintRequest request, Surroundings surroundings, Report report) {
    this.request = request;
    this.surroundings = surroundings;
    this.report = report;
    this.summary = new Summary(request.purpose(), request.versions());
    this.linter = new Linter(Rules.book(), request.options());
    this.fixer = new Fixer(linter);
    this.dialects = new DialectFinder(surroundings.folder());
    this.unusedValues = new UnusedValues(request.options().values());
  }

  int run() throws IOException {
    if (request.readsStdin()) {
      Path name = surroundings.folder().resolve(request.stdinName());
      Path top = name.toAbsolutePath().getParent();
      run(new MigrationFile(name, request.stdinName(), top == null ? name : top));
    } else {
      for (MigrationFile file : new Inputs(surroundings, summary::addUnread).of(request.paths())) {
        run(file);
      }
    }
    surroundings.out().flush();
    Problems.print(summary.unread(), surroundings.err());
    unusedValues.print(surroundings.err());
    report.end(summary);
    return exitCode();
  }

  private void run(MigrationFile file) throws IOException {
    try {
      SourceFile source =
          request.readsStdin()
              ? SourceReader.read(surroundings.in(), file.shown())
              : SourceReader.read(file.path(), file.shown());
      run(file, source, target(file, source));
    } catch (FileProblem e) {
      summary.addUnread(file.shown(), e.reason());
    } catch (RuntimeException | StackOverflowError e) {
      bugs.add(file.shown());
      surroundings.out().flush();
      OwnBug.tell(surroundings.err(), file.shown() + ": " + e, e);
    }
  }

  private void run(MigrationFile file, SourceFile source, Target target) throws IOException {
    if (request.purpose() == Purpose.LINT) {
      report(CheckedFile.linted(linter.lint(Script.read(source, target))));
      return;
    }
    FixResult fixed = fixer.fix(source, target);
    String newText = fixed.file().text();
    boolean changed = !newText.equals(source.text());
    if (request.purpose() == Purpose.PREVIEW) {
      if (changed) {
        surroundings.out().print(UnifiedDiff.of(file.shown(), source.text(), newText));
      }
    } else if (request.readsStdin()) {
      surroundings.out().print(newText);
    } else if (changed) {
      try {
        new SourceWriter().replace(file.path(), source.text(), newText);
      } catch (FileProblem e) {
        summary.addUnwritten();
        LintResult asItWas = linter.lint(Script.read(source, target));
        report(new CheckedFile(asItWas, 0, e.reason()));
        return;
      }
    }
    report(CheckedFile.fixed(fixed));
  }

  private void report(CheckedFile checked) throws IOException {
    for (String crash : checked.result().crashes()) {
      bugs.add(checked.path());
      surroundings.out().flush();
      OwnBug.tell(surroundings.err(), crash);
    }
    unusedValues.lookAt(checked.result().script());
    summary.add(checked);
    if (request.purpose() != Purpose.PREVIEW) {
      report.file(checked);
    }
  }

  private Target target(MigrationFile file, SourceFile source) throws FileProblem {
    Optional<Dialect> found = request.dialect();
    if (found.isEmpty()) {
      found = dialects.find(file, source.text());
    }
    if (found.isEmpty() && source.text().replace("\uFEFF", "").isBlank()) {
      // An empty file is right for every database.
      found = Optional.of(Dialect.POSTGRESQL);
    }
    Dialect dialect =
        found.orElseThrow(
            () ->
                new FileProblem(
                    "nothing tells whether this is for PostgreSQL, MySQL or MariaDB;"
                        + " say so with --dialect postgresql, mysql or mariadb"));
    if (request.version().isEmpty()) {
      return Target.oldest(dialect);
    }
    if (firstDialect.isPresent() && firstDialect.get() != dialect) {
      throw new FileProblem(
          "is for "
              + dialect.title()
              + ", but --server-version was taken for that of "
              + firstDialect.get().title()
              + "; look at one kind of database at a time");
    }
    firstDialect = Optional.of(dialect);
    return new Target(dialect, request.version().get());
  }

  private int exitCode() {
    if (!bugs.isEmpty()) {
      return ExitCode.OWN_BUG;
    }
    if (!summary.unread().isEmpty() || summary.unwritten() > 0) {
      return ExitCode.WRONG_USE;
    }
    boolean found = request.failOn().isPresent() && summary.atLeast(request.failOn().get()) > 0;
    boolean differs = request.purpose() == Purpose.PREVIEW && summary.rewritten() > 0;
    return found || differs ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
