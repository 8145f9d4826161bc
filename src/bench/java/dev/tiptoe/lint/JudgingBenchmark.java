package dev.tiptoe.lint;

import dev.tiptoe.bench.SampleSql;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From changes to findings and fixes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JudgingBenchmark {

  @Param({"10", "1000", "100000"})
  public int statements;

  private final Target target = new Target(Dialect.POSTGRESQL, new Version(16, 0, 0));
  private final Linter linter = new Linter(Rules.book(), Options.defaults());
  private Script script;

  @Setup
  public void read() {
    String text = new SampleSql(1).statements(statements);
    script = Script.read(new SourceFile("migration.sql", text), target);
  }

  /** What a migration of the past costs once it is read. */
  @Benchmark
  public Catalog replay() {
    Catalog schema = new Catalog(target);
    Replay.of(script, Runner.unknown(), schema);
    return schema;
  }

  /** What a migration costs that is judged, once it is read. */
  @Benchmark
  public LintResult rules() {
    return linter.lint(script);
  }

  /** Reads, judges, rewrites, and reads and judges again until nothing is left to rewrite. */
  @Benchmark
  public FixResult fixer() {
    return new Fixer(linter).fix(script.file(), target);
  }
}
