package dev.tiptoe.sql;

import dev.tiptoe.bench.SampleSql;
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

/** From text to changes; each benchmark does what the one before it does, and more. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {

  @Param({"10", "1000", "100000"})
  public int statements;

  private final Target target = new Target(Dialect.POSTGRESQL, new Version(16, 0, 0));
  private SourceFile file;

  @Setup
  public void write() {
    file = new SourceFile("migration.sql", new SampleSql(1).statements(statements));
  }

  /** Every token is looked at once. */
  @Benchmark
  public int lexer() {
    Lexer lexer = new Lexer(file.text(), target, 0, file.text().length());
    int tokens = 0;
    while (lexer.next() != TokenKind.END) {
      tokens++;
    }
    return tokens;
  }

  /** And statements are told apart. */
  @Benchmark
  public int splitter() {
    Splitter splitter = new Splitter(file.text(), target, comment -> {});
    int found = 0;
    while (splitter.next()) {
      found++;
    }
    return found;
  }

  /** And what they do to a schema is known. */
  @Benchmark
  public Script reader() {
    return Script.read(file, target);
  }
}
