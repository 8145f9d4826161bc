package dev.tiptoe.facts;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnChange.ChangeType;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Expression;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the measured operations that are most like a statement: that make the same kinds of change,
 * with the same keywords, to the same kinds of type.
 */
public final class Likeness {

  /** Less than this in common, and what was measured says nothing about the statement. */
  private static final double ENOUGH = 0.6;

  private final Facts facts;
  private final Target target;
  private final Set<String> keywords = new HashSet<>();

  public Likeness(Dialect dialect) {
    this.facts = Facts.of(dialect);
    this.target = Target.oldest(dialect);
    for (Operation operation : facts.operations()) {
      for (String word : words(operation.statement())) {
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
          keywords.add(word);
        }
      }
    }
  }

  /**
   * The operations that are most like a statement, in the order of the table.
   *
   * @param exact whether nothing tells them from it but names and values
   */
  public record Match(boolean exact, List<Operation> operations) {
    public Match {
      operations = List.copyOf(operations);
    }
  }

  /** What is like a statement; no operation if nothing is. */
  public Match find(String sql) {
    Set<String> wanted = features(sql);
    TreeMap<Double, List<Operation>> found = new TreeMap<>();
    for (Operation operation : facts.operations()) {
      double likeness = likeness(wanted, features(operation.statement()));
      found.computeIfAbsent(likeness, l -> new ArrayList<>()).add(operation);
    }
    double best = found.lastKey();
    return new Match(best == 1, best < ENOUGH ? List.of() : found.lastEntry().getValue());
  }

  private static double likeness(Collection<String> one, Collection<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return (double) common.size() / all.size();
  }

  private Set<String> features(String sql) {
    Set<String> features = new HashSet<>();
    for (String word : words(sql)) {
      String upper = word.toUpperCase(Locale.ROOT);
      if (keywords.contains(upper) && !upper.equals("COLUMN")) {
        features.add(upper);
      }
    }
    SourceFile file = new SourceFile("", sql);
    for (Statement statement : Script.read(file, target).statements()) {
      statement.changes().forEach(change -> add(change, file, features));
    }
    return features;
  }

  private void add(Change change, SourceFile file, Set<String> features) {
    features.add("change " + change.getClass().getSimpleName());
    if (change instanceof AddColumn added) {
      add(added.column(), file, features);
    } else if (change instanceof RedefineColumn redefined) {
      add(redefined.definition(), file, features);
    } else if (change instanceof ChangeType changed) {
      add(changed.type(), features);
    }
  }

  private void add(ColumnDef column, SourceFile file, Set<String> features) {
    add(column.type(), features);
    for (Clause clause : column.clauses()) {
      features.add("clause " + clause.kind());
      if (clause.kind() == Clause.Kind.DEFAULT) {
        features.add("default " + Expression.of(file.text(clause.body()), target).kind());
      }
    }
  }

  private static void add(TypeName type, Set<String> features) {
    features.add("family " + type.family());
    features.add("type " + type.base());
  }

  /** The words of a statement that stand in no quotes. */
  private static List<String> words(String sql) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\'' || c == '"' || c == '`') {
        int end = sql.indexOf(c, at + 1);
        at = end < 0 ? sql.length() : end + 1;
      } else if (Character.isLetter(c)) {
        int start = at;
        while (at < sql.length()
            && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
          at++;
        }
        words.add(sql.substring(start, at));
      } else {
        at++;
      }
    }
    return words;
  }
}
