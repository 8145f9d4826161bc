package dev.tiptoe.proof;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Proves trials on one server. */
final class Prover implements AutoCloseable {

  private final ServerKind kind;
  private final Target target;
  private final Copies copies;
  private final List<Verdict> verdicts = new ArrayList<>();

  Prover(ServerKind kind) throws SQLException {
    Server server = kind.server();
    this.kind = kind;
    this.target = target(server);
    this.copies = new Copies(server);
  }

  /** Makes the trials of a target. */
  interface Trials {
    List<Trial> of(Target target) throws IOException;
  }

  /** Proves trials on a server and returns what came of them. */
  static List<Verdict> prove(ServerKind kind, Trials trials) throws SQLException, IOException {
    try (Prover prover = new Prover(kind)) {
      for (Trial trial : trials.of(prover.target)) {
        prover.prove(trial);
      }
      prover.copies.compare(prover.verdicts);
      return prover.verdicts;
    }
  }

  /** The target that the server is. */
  static Target target(Server server) {
    Version version = Version.of(server.version().replaceFirst("[^0-9.].*", "")).orElseThrow();
    return new Target(Dialect.valueOf(server.dialect().toUpperCase(Locale.ROOT)), version);
  }

  /** Proves a trial, and what the advice says if nothing was rewritten. */
  private void prove(Trial template) {
    Verdict verdict = verdict(template);
    if (verdict.isRewritten() || !verdict.isRefused()) {
      return;
    }
    String n = copies.lastNumber();
    Advice.follow(template.numbered(n), findings(template.numbered(n)))
        .map(t -> template.advised(t.replace(n, "{n}")))
        .ifPresent(
            advised -> {
              Verdict second = verdict(advised);
              if (!second.isRewritten()) {
                second.problem("the advice was followed, and still nothing is rewritten");
              }
            });
  }

  private List<Finding> findings(Trial trial) {
    SourceFile file = new SourceFile("proof.sql", trial.sql());
    return new Linter(Rules.book(), trial.options()).lint(Script.read(file, target)).findings();
  }

  private Verdict verdict(Trial template) {
    Trial trial = template.numbered(copies.nextNumber());
    Verdict verdict = new Verdict(kind.name(), trial, copies.lastNumber());
    verdicts.add(verdict);
    try {
      copies.lay(trial, !kind.isPostgresql());
      prove(trial, verdict);
    } catch (SQLException | RuntimeException e) {
      verdict.problem("the proof itself failed: " + e);
    }
    return verdict;
  }

  private void prove(Trial trial, Verdict verdict) throws SQLException {
    Linter linter = new Linter(Rules.book(), trial.options());
    SourceFile file = new SourceFile("proof.sql", trial.sql());
    LintResult found = linter.lint(Script.read(file, target));
    verdict.problems("crash", found.crashes());
    if (found.script().notUnderstood() > 0) {
      verdict.problem("a statement is not understood");
    }
    proveClaims(trial, found, verdict);
    FixResult fix = new Fixer(linter).fix(file, target);
    if (!fix.problem().isEmpty()) {
      verdict.problem("fixer: " + fix.problem());
    }
    String fixed = fix.file().text();
    if (fixed.equals(trial.sql())) {
      notRewritten(found, verdict);
      return;
    }
    verdict.rewritten(fixed);
    if (!new Fixer(linter).fix(fix.file(), target).file().text().equals(fixed)) {
      verdict.problem("a second run rewrites it once more");
    }
    List<String> left =
        Claims.of(fix.remaining().findings()).stream()
            .map(Claims::finding)
            .filter(f -> f.severity() == Severity.ERROR)
            .map(Finding::message)
            .toList();
    verdict.problems("found again after the rewrite", left);
    ScriptRun whole = (copy, sql) -> copy.run(sql);
    ScriptRun stepwise = (copy, sql) -> copy.runStatements(sql, target);
    verdict.problems("whole file", accepted(trial, copies.whole(), whole, fixed));
    verdict.problems("by statement", accepted(trial, copies.stepwise(), stepwise, fixed));
    verdict.compare();
  }

  private static void notRewritten(LintResult found, Verdict verdict) {
    boolean given = !verdict.trial().options().values().isEmpty();
    if (given
        && found.findings().stream()
            .noneMatch(f -> f.advice().startsWith("--fix writes nothing"))) {
      verdict.problem("the value that was given is not used, and nobody is told");
    }
    for (Claims claims : Claims.of(found.findings())) {
      Finding finding = claims.finding();
      if (finding.severity() != Severity.NOTE || finding.advice().contains("tiptoe:backfill")) {
        verdict.refused();
        if (finding.advice().isBlank()) {
          verdict.problem("nothing is rewritten and nobody is told why: " + finding.message());
        }
      }
    }
  }

  private void proveClaims(Trial trial, LintResult found, Verdict verdict) throws SQLException {
    List<Claims> claims = Claims.of(found.findings());
    if (!claims.isEmpty()) {
      verdict.found();
    }
    long fileBefore = file(trial);
    ScriptResult result = copies.original().runStatements(trial.sql(), target);
    boolean newFile = file(trial) != fileBefore;
    ScriptResult empty = copies.empty().run(trial.sql());
    Probe probe = new Probe(trial, target, copies.probe(), newFile);
    List<Claims> failures = claims.stream().filter(c -> c.error().isPresent()).toList();
    int last = claims.stream().mapToInt(c -> indexOf(c.finding(), found.script())).max().orElse(-1);
    boolean failedLater = !result.succeeded() && last >= 0 && last < result.failed();
    if (failures.isEmpty() && !result.succeeded() && !failedLater) {
      verdict.notAsClaimed("the original fails, which nobody was told: " + result);
    }
    for (Claims claim : claims) {
      Optional<String> error = claim.error();
      if (error.isPresent()) {
        proveFailure(claim, found.script(), result, empty, verdict);
      } else if (result.succeeded() || failedLater) {
        String untrue = claim.untrue(trial, copies.original(), probe);
        if (!untrue.isEmpty()) {
          verdict.notAsClaimed(untrue + " -- " + claim.finding().message());
        }
      }
    }
    if (!empty.succeeded() && !trial.reference().isEmpty()) {
      copies.empty().run(trial.reference()).orThrow();
    }
  }

  private static void proveFailure(
      Claims claim, Script script, ScriptResult result, ScriptResult empty, Verdict verdict) {
    int index = indexOf(claim.finding(), script);
    boolean failedEarlier = !result.succeeded() && result.failed() < index;
    boolean failedHere = result.failed() == index && claim.names(result);
    if (!failedEarlier && !failedHere) {
      verdict.notAsClaimed(result + " -- " + claim.finding().message());
    }
    if (claim.passesWhenEmpty() != empty.succeeded()) {
      verdict.notAsClaimed("on an empty table: " + empty + " -- " + claim.finding().message());
    }
  }

  private static int indexOf(Finding finding, Script script) {
    int index = 0;
    for (Statement statement : script.statements()) {
      if (statement.span().end() >= finding.span().end()) {
        return index;
      }
      index++;
    }
    return index;
  }

  private long file(Trial trial) throws SQLException {
    return kind.isPostgresql()
        ? copies
            .original()
            .number(
                "SELECT coalesce(pg_relation_filenode(to_regclass($$" + trial.laid() + "$$)), 0)")
        : 0;
  }

  private interface ScriptRun {
    ScriptResult of(Copy copy, String sql) throws SQLException;
  }

  private static List<String> accepted(Trial trial, Copy copy, ScriptRun run, String fixed)
      throws SQLException {
    copy.run(trial.setup() + trial.rows()).orThrow();
    String contents = "SELECT " + String.join(", ", trial.kept()) + " FROM ";
    List<String> before = copy.lines(contents + trial.laid() + " ORDER BY 1");
    ScriptResult result = run.of(copy, fixed);
    if (!result.succeeded()) {
      return List.of("the rewritten script ended with " + result);
    }
    List<String> problems = new ArrayList<>();
    List<String> after = copy.lines(contents + trial.table() + " ORDER BY 1");
    if (!before.equals(after)) {
      problems.add("rows were " + before + " and are " + after);
    }
    for (String column : trial.filled()) {
      String nulls = "SELECT count(*) FROM " + trial.table() + " WHERE " + column + " IS NULL";
      if (copy.number(nulls) > 0) {
        problems.add(column + " holds NULL");
      }
    }
    if (!trial.violations().isEmpty() && copy.number(trial.violations()) != 0) {
      problems.add(
          "the rows have other values than wanted: "
              + copy.lines("SELECT * FROM " + trial.table()));
    }
    return problems;
  }

  @Override
  public void close() throws SQLException {
    copies.close();
  }
}
