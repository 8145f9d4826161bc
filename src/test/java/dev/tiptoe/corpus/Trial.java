package dev.tiptoe.corpus;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.MakesRequired;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;

/** Tries one migration and what becomes of it on a server, on tables with rows. */
final class Trial {

  private static final Pattern ENDS_TRANSACTION =
      Pattern.compile(
          "(?i)\\b(COMMIT|ROLLBACK|CONCURRENTLY|ADD\\s+VALUE|TABLE\\s+IF\\s+EXISTS)\\b");
  private static final String SIMPLE = "&preferQueryMode=simple";

  private final Copies copies;
  private final Database before;
  private final Database filled;
  private final Optional<SchemaSnapshot> wanted;
  private final Database after;
  private final SourceFile source;
  private final Circumstances circumstances;
  private final Target target;
  private final List<String> problems = new ArrayList<>();
  private String otherError = "";

  /**
   * Prepares a trial.
   *
   * @param before the database without rows on which the migration is due
   * @param filled a copy of it with rows
   * @param after a copy of it on which the original migration was run
   * @param runs whether it ran there to its end
   * @param known what the migrations before it say of the database
   */
  Trial(
      Copies copies,
      Database before,
      Database filled,
      Database after,
      boolean runs,
      SourceFile source,
      Catalog known)
      throws SQLException {
    this.copies = copies;
    this.before = before;
    this.filled = filled;
    this.after = after;
    this.wanted = runs ? Optional.of(snapshot(after)) : Optional.empty();
    this.source = source;
    this.circumstances = new Circumstances(known, Runner.unknown());
    this.target = target(before);
  }

  /** The target that stands for a server. */
  static Target target(Database database) {
    String[] numbers = database.server().version().split("[^0-9.]")[0].split("\\.");
    String version = String.join(".", List.of(numbers).subList(0, Math.min(3, numbers.length)));
    return new Target(
        Dialect.of(database.server().dialect()).orElseThrow(), Version.of(version).orElseThrow());
  }

  /** The statements of a text, without their delimiters. */
  static List<String> statements(String text, Target target) {
    return Script.read(new SourceFile("", text), target).statements().stream()
        .map(
            s ->
                // The mark that closes an executed comment stands between the two.
                s.delimiter().isEmpty()
                    ? s.span().of(text)
                    : text.substring(s.span().start(), s.delimiter().start()))
        .toList();
  }

  List<Claim> claims(Options options) {
    return Claim.of(lint(options));
  }

  /** What was not as it should be. */
  List<String> problems() {
    return problems;
  }

  private LintResult lint(Options options) {
    return new Linter(Rules.book(), options).lint(Script.read(source, target), circumstances);
  }

  /** Runs the original on tables with rows and notes where it does otherwise than claimed. */
  Original original() throws SQLException {
    boolean undo = canBeTakenBack(source.text());
    Database copy = undo ? filled : copies.of(filled);
    try {
      Original original =
          Original.run(
              copy,
              !undo,
              statements(source.text(), target),
              claims(CorpusTest.DEFAULTS),
              filledEarlier());
      problems.addAll(original.wrong());
      otherError = original.claimed() || !original.wrong().isEmpty() ? "" : original.error();
      return original;
    } finally {
      if (!undo) {
        copy.close();
      }
    }
  }

  private Set<Integer> filledEarlier() {
    Set<Integer> indexes = new TreeSet<>();
    List<dev.tiptoe.sql.Statement> statements = Script.read(source, target).statements();
    for (int i = 0; i < statements.size(); i++) {
      for (Change change : statements.get(i).changes()) {
        if (change instanceof MakesRequired required && isFilled(required)) {
          indexes.add(i);
        }
      }
    }
    return indexes;
  }

  private boolean isFilled(MakesRequired change) {
    return circumstances
        .schema()
        .table(change.table())
        .flatMap(table -> change.requiredColumn().flatMap(table::column))
        .filter(Column::isFilled)
        .isPresent();
  }

  /** Values that fit the columns for which none can be chosen. */
  List<GivenValue> fittingValues() throws SQLException {
    List<GivenValue> values = new ArrayList<>();
    for (Claim claim : claims(CorpusTest.REWRITTEN)) {
      if (claim.finding().fix().isEmpty() && claim.finding().advice().contains("tiptoe:backfill")) {
        Optional<String> value = FittingValue.of(after, claim);
        value.ifPresent(
            v -> values.add(new GivenValue(claim.table().name(), claim.column().name(), v)));
      }
    }
    return values;
  }

  /** Returns the rewritten text, if it is another one. */
  Optional<String> rewritten(Options options) {
    FixResult fixed = new Fixer(new Linter(Rules.book(), options)).fix(source, circumstances);
    if (!fixed.problem().isEmpty()) {
      problems.add(fixed.problem());
    }
    return fixed.applied() == 0 ? Optional.empty() : Optional.of(fixed.file().text());
  }

  /** How many columns a rewrite with these options takes care of. */
  int columns(Options options) {
    return (int) claims(options).stream().filter(c -> c.finding().fix().isPresent()).count();
  }

  /** Why the original fails with rows for a reason that is none of ours, or an empty text. */
  String otherError() {
    return otherError;
  }

  /**
   * Runs a rewritten text in both ways on tables with rows, or on empty ones if something else in
   * the file fails with rows; tells whether all went well.
   */
  boolean accepts(String text) throws SQLException {
    if (!otherError.isEmpty()) {
      return accepts("on empty tables", before, text, Mode.STATEMENTS);
    }
    boolean statements = accepts("statement by statement", filled, text, Mode.STATEMENTS);
    if (!otherError.isEmpty()) {
      return accepts("on empty tables", before, text, Mode.STATEMENTS);
    }
    boolean whole = accepts("as a whole file", filled, text, Mode.WHOLE_FILE);
    return statements && whole;
  }

  private boolean accepts(String how, Database start, String text, Mode mode) throws SQLException {
    if (mode == Mode.WHOLE_FILE && canBeTakenBack(text)) {
      try (Connection connection = DriverManager.getConnection(start.url() + SIMPLE);
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.setEscapeProcessing(false);
        Map<String, Long> rows = Rows.counts(connection);
        statement.execute(text);
        return isAsWanted(how, text, connection, rows);
      } catch (PSQLException e) {
        return isExcused(how, text, mode, e.toString());
      }
    }
    try (Database copy = copies.of(start);
        Connection connection = copy.connect()) {
      Map<String, Long> rows = Rows.counts(connection);
      ScriptResult result = run(copy, text, mode);
      return result.succeeded()
          ? isAsWanted(how, text, connection, rows)
          : isStoppedByOtherRows(text, result) || isExcused(how, text, mode, result.toString());
    }
  }

  private boolean isAsWanted(String how, String text, Connection connection, Map<String, Long> rows)
      throws SQLException {
    SchemaSnapshot got = SchemaSnapshot.of(connection);
    List<String> difference = wanted.map(w -> w.difference(got)).orElse(List.of());
    if (!difference.isEmpty()) {
      problems.add("another schema " + how + ": " + String.join("\n", difference) + "\n" + text);
    }
    List<String> lost = lost(rows, Rows.counts(connection));
    if (!lost.isEmpty()) {
      problems.add("rows lost " + how + ": " + lost + "\n" + text);
    }
    return difference.isEmpty() && lost.isEmpty();
  }

  /**
   * Whether the author's own statement fails at a foreign key that some rows break by themselves.
   */
  private boolean isStoppedByOtherRows(String text, ScriptResult result) {
    boolean foreignKey = result.sqlState().equals("23503") || result.vendorCode() == 1452;
    if (!foreignKey || result.failed() < 0) {
      return false;
    }
    String failed = statements(text, target).get(result.failed());
    boolean authors = statements(source.text(), target).contains(failed);
    otherError = authors ? result.toString() : "";
    return authors;
  }

  private boolean isExcused(String how, String text, Mode mode, String error) throws SQLException {
    boolean excused = mode == Mode.WHOLE_FILE && refusesOriginalAsWhole();
    if (!excused) {
      problems.add("refused " + how + ": " + error + "\n" + text);
    }
    return excused;
  }

  /** Whether a server runs all of it in one transaction, so that no copy is needed to undo it. */
  private boolean canBeTakenBack(String text) {
    return target.is(Dialect.POSTGRESQL) && !ENDS_TRANSACTION.matcher(text).find();
  }

  /** Some files cannot be one message, such as those with CONCURRENTLY. */
  private boolean refusesOriginalAsWhole() throws SQLException {
    try (Database copy = copies.of(before)) {
      return !run(copy, source.text(), Mode.WHOLE_FILE).succeeded();
    }
  }

  private ScriptResult run(Database database, String text, Mode mode) throws SQLException {
    boolean raw = mode == Mode.WHOLE_FILE && !text.toUpperCase(Locale.ROOT).contains("DELIMITER ");
    return raw ? database.runScript(text) : database.runScript(mode, statements(text, target));
  }

  private List<String> lost(Map<String, Long> before, Map<String, Long> after) {
    boolean deletes =
        Script.read(source, target).statements().stream()
            .flatMap(s -> s.changes().stream())
            .anyMatch(c -> c instanceof RowChange.DeleteRows || c instanceof RowChange.Truncate);
    List<String> lost = new ArrayList<>();
    for (String table : new TreeSet<>(before.keySet())) {
      if (!deletes && after.containsKey(table) && after.get(table) < before.get(table)) {
        lost.add(table + " had " + before.get(table) + " and has " + after.get(table));
      }
    }
    return lost;
  }

  static SchemaSnapshot snapshot(Database database) throws SQLException {
    try (Connection connection = database.connect()) {
      return SchemaSnapshot.of(connection);
    }
  }
}
