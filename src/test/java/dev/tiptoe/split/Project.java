package dev.tiptoe.split;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.NewFile;
import dev.tiptoe.layout.Place;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Replay;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A migration at its place behind what was there before, to be fixed with each step in a migration
 * of its own.
 *
 * @param setup the migrations before
 * @param others paths of further files
 */
public record Project(
    Layout layout,
    Target target,
    String setup,
    String path,
    String sql,
    List<String> others,
    Options options) {

  static final String PATH = "20240101120000_add_port/migration.sql";

  /** One of Prisma, for a target such as {@code postgresql 16}. */
  public static Project prisma(String target, String sql) {
    return new Project(
        Layouts.PRISMA,
        target(target),
        "",
        PATH,
        sql,
        List.of(),
        Options.defaults().split(OptionalInt.empty()));
  }

  public Project after(String newSetup) {
    return new Project(layout, target, newSetup, path, sql, others, options);
  }

  public Project beside(String... paths) {
    return new Project(layout, target, setup, path, sql, List.of(paths), options);
  }

  /** The same file of another tool. */
  public Project of(String tool, String newPath) {
    Layout other = Layouts.of(tool).orElseThrow();
    return new Project(other, target, setup, newPath, sql, others, options);
  }

  public Project inBatches(int rows) {
    return with(options.split(OptionalInt.of(rows)));
  }

  /** With a value, such as {@code Server.sshPort=22}. */
  public Project given(String value) {
    List<GivenValue> values = new ArrayList<>(options.values());
    values.add(GivenValue.parse(value).orElseThrow());
    return with(
        new Options(List.copyOf(values), options.form(), options.guessing(), options.oneStep())
            .split(options.batch()));
  }

  private Project with(Options newOptions) {
    return new Project(layout, target, setup, path, sql, others, newOptions);
  }

  public FixResult fix() {
    return fixed(sql, others);
  }

  /** What a second run makes of the file, with the new ones beside it. */
  public FixResult fixAgain(FixResult first) {
    List<String> paths =
        Stream.concat(others.stream(), first.newFiles().stream().map(NewFile::path)).toList();
    return fixed(first.file().text(), paths);
  }

  private FixResult fixed(String text, List<String> paths) {
    return new Fixer(linter()).fix(new SourceFile(path, text), at(history(List.of()), paths));
  }

  /** What is found in each new file, after the files before it. */
  public List<Finding> findings(FixResult fixed) {
    List<Finding> findings = new ArrayList<>();
    List<String> before = new ArrayList<>();
    before.add(fixed.file().text());
    for (NewFile file : fixed.newFiles()) {
      if (layout.migration(file.path()).isPresent()) {
        LintResult result =
            linter()
                .lint(
                    Script.read(new SourceFile(file.path(), file.text()), target),
                    at(history(before), List.of()));
        findings.addAll(result.findings());
        before.add(file.text());
      }
    }
    return findings;
  }

  private Linter linter() {
    return new Linter(Rules.book(), options);
  }

  private Circumstances at(Catalog schema, List<String> paths) {
    return new Circumstances(schema, runner()).at(new Place(path, paths));
  }

  private Runner runner() {
    return new Runner(layout, Optional.empty());
  }

  private Catalog history(List<String> texts) {
    Catalog schema = new Catalog(target);
    Stream.concat(Stream.of(setup), texts.stream())
        .forEach(
            text -> {
              Replay.of(Script.read(new SourceFile("before.sql", text), target), runner(), schema);
              schema.settle();
            });
    return schema;
  }

  private static Target target(String words) {
    String[] parts = words.split(" ");
    return new Target(Dialect.of(parts[0]).orElseThrow(), Version.of(parts[1]).orElseThrow());
  }

  /** All files of a result as one text. */
  public static String text(FixResult fixed) {
    StringBuilder text =
        new StringBuilder("== " + fixed.file().path() + "\n" + fixed.file().text());
    fixed
        .newFiles()
        .forEach(f -> text.append("== ").append(f.path()).append('\n').append(f.text()));
    return text.toString();
  }
}
