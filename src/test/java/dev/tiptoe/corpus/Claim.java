package dev.tiptoe.corpus;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.MakesRequired;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a finding says that a server does to one column of a table with rows.
 *
 * @param statement the index of the statement that does it
 * @param added whether the column is new
 */
record Claim(Finding finding, int statement, Name table, Name column, boolean added) {

  static final String ADD = "add-not-null-column";
  static final String SET = "set-not-null";

  private static final Pattern CODE = Pattern.compile("(?:error|with) (\\d{4,5})\\b");
  private static final Pattern WRITTEN =
      Pattern.compile("silently writes (.*?)(?: \\([^)]*\\))? into every existing row");

  /** Returns what the findings about NOT NULL columns claim. */
  static List<Claim> of(LintResult result) {
    List<Claim> claims = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.rule().equals(ADD) || finding.rule().equals(SET)) {
        claims.add(of(finding, result.script().statements()));
      }
    }
    return claims;
  }

  private static Claim of(Finding finding, List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).span().covers(finding.span())) {
        for (Change change : statements.get(i).changes()) {
          if (change instanceof AddColumn add && add.column().span().equals(finding.span())) {
            return new Claim(finding, i, add.table(), add.column().name(), true);
          }
          if (change instanceof MakesRequired set && set.span().equals(finding.span())) {
            return new Claim(finding, i, set.table(), set.requiredColumn().orElseThrow(), false);
          }
        }
      }
    }
    throw new IllegalStateException("no change for " + finding);
  }

  boolean isError() {
    return finding.severity() == Severity.ERROR;
  }

  boolean fails() {
    return finding.hazard() == Hazard.FAILS;
  }

  boolean corrupts() {
    return finding.hazard() == Hazard.CORRUPTS;
  }

  /** The error code that it names, or an empty text. */
  String code() {
    Matcher code = CODE.matcher(finding.message());
    return code.find() ? code.group(1) : "";
  }

  /** The value that it says is written into existing rows, as the server would show it. */
  Optional<String> written() {
    Matcher written = WRITTEN.matcher(finding.message());
    return written.find() ? Optional.of(written.group(1).replace("'", "")) : Optional.empty();
  }

  /** A query for the number of rows that are in danger. */
  String rowsInDanger() {
    String where = added ? "" : " WHERE " + column.last() + " IS NULL";
    return "SELECT count(*) FROM " + table + where;
  }

  @Override
  public String toString() {
    return finding.severity() + " " + finding.rule() + " " + table + "." + column.last();
  }
}
