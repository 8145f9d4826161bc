package dev.tiptoe.rules;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Misfit;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Options.Form;
import dev.tiptoe.lint.Options.Guessing;
import dev.tiptoe.lint.Options.OneStep;
import dev.tiptoe.lint.Replay;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.lint.TableName;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Difference;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One example of a page.
 *
 * @param name its heading
 * @param words what stands behind {@code sql} on its opening fence: bad or good, dialect, version,
 *     options
 * @param setup SQL that the example presupposes: tables, and rows in them
 * @param base the file as it is on the base; empty if it is new
 * @param sql what is linted and fixed
 * @param text what is found; empty if the page does not say
 * @param fixed what the fix makes of it; empty if it may change nothing
 * @param app what the version of the app that still runs sends; empty if the page does not say
 * @param measured what each statement did on a server; empty if the page does not say
 * @param isExplained whether prose stands between the heading and the SQL
 */
public record Example(
    String name,
    List<String> words,
    String setup,
    String base,
    Block sql,
    Optional<Block> text,
    Optional<Block> fixed,
    Optional<Block> app,
    Optional<Block> measured,
    boolean isExplained) {

  private static final String BASE = "origin/main";

  /** A fenced block: its text, and the number of the line (from 0) that holds its opening fence. */
  public record Block(String text, int fence) {}

  public boolean isBad() {
    return words.get(0).equals("bad");
  }

  /** Whether the page says that the fix leaves a part of the danger to a person. */
  public boolean isPartlyFixed() {
    return words.contains("partly");
  }

  /** Whether it may read or write a table from end to end while writers wait. */
  public boolean mayBlock() {
    return words.contains("may-block");
  }

  /** The tables that the project calls small. */
  public List<TableName> small() {
    return words.stream()
        .filter(word -> word.startsWith("small="))
        .map(word -> TableName.parse(word.substring(6)).orElseThrow())
        .toList();
  }

  /** Whether the example is for real servers too. */
  public boolean isRun() {
    return !setup.isEmpty() && !words.contains("not-run");
  }

  public Target target() {
    Dialect dialect =
        Dialect.of(words.get(1)).orElseThrow(() -> new IllegalArgumentException(words.get(1)));
    Version version =
        Version.of(words.get(2)).orElseThrow(() -> new IllegalArgumentException(words.get(2)));
    return new Target(dialect, version);
  }

  /** The text to be linted, under the name that the example's options give it. */
  public SourceFile file(String sqlText) {
    return new SourceFile(
        runner().is(Layouts.PRISMA)
            ? "prisma/migrations/20261121_change/migration.sql"
            : "db/V2__change.sql",
        sqlText);
  }

  /** Its tool, and with the word history what its setup has made. */
  public Circumstances circumstances(String sqlText) {
    Catalog schema = new Catalog(target());
    if (words.contains("history")) {
      Script earlier = Script.read(new SourceFile("setup.sql", setup), target());
      Replay.of(earlier, Runner.unknown(), schema);
      schema.settle();
    }
    return new Circumstances(schema, runner(), misfits(sqlText), (rule, statement) -> false);
  }

  /** What runs it; unknown unless its words name a tool, as in {@code prisma=7.3}. */
  public Runner runner() {
    for (String word : words) {
      Optional<Layout> layout = Layouts.of(tool(word));
      if (layout.isPresent()) {
        return new Runner(layout.get(), Version.of(word.substring(word.indexOf('=') + 1)));
      }
    }
    return Runner.unknown();
  }

  private static String tool(String word) {
    return word.split("=", 2)[0];
  }

  private List<Misfit> misfits(String sqlText) {
    List<Misfit> misfits = new ArrayList<>();
    if (!base.isEmpty()) {
      Difference.between(base, sqlText, target())
          .ifPresent(d -> misfits.add(new Misfit.Edited(BASE, d)));
    }
    for (String word : words) {
      if (word.startsWith("deleted=")) {
        misfits.add(new Misfit.Deleted(BASE, word.substring(8), Span.at(0)));
      } else if (word.startsWith("before=")) {
        misfits.add(new Misfit.OutOfOrder(BASE, word.substring(7), Span.at(0)));
      }
    }
    return misfits;
  }

  public Linter linter() {
    return new Linter(Rules.book(), options());
  }

  private Options options() {
    List<GivenValue> values = new ArrayList<>();
    Map<String, Optional<Severity>> levels = new HashMap<>();
    Form form = Form.THREE_STEPS;
    Guessing guessing = Guessing.ALLOWED;
    OneStep oneStep = OneStep.LEFT_ALONE;
    for (String word : words.subList(3, words.size())) {
      if (word.startsWith("on=")) {
        levels.put(word.substring(3), Optional.of(Severity.NOTE));
        continue;
      }
      if (word.startsWith("deleted=") || word.startsWith("before=") || word.startsWith("small=")) {
        continue;
      }
      if (word.startsWith("backfill=")) {
        values.add(
            GivenValue.parse(word.substring(9))
                .orElseThrow(() -> new IllegalArgumentException(word)));
        continue;
      }
      switch (word) {
        case "form=instant" -> form = Form.INSTANT;
        case "no-guess" -> guessing = Guessing.FORBIDDEN;
        case "always-three-steps" -> oneStep = OneStep.REWRITTEN;
        case "history", "partly", "not-run", "may-block" -> {}
        default -> {
          if (Layouts.of(tool(word)).isEmpty()) {
            throw new IllegalArgumentException("what does " + word + " mean?");
          }
        }
      }
    }
    return new Options(
        values,
        form,
        guessing,
        oneStep,
        levels,
        Options.Steps.INLINE,
        OptionalInt.empty(),
        small());
  }
}
