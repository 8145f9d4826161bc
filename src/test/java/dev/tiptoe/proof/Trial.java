package dev.tiptoe.proof;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import java.util.List;

/**
 * A script to be proved, on tables that no other trial touches: {@code {n}} stands for its number.
 *
 * @param name for people
 * @param setup what is there before
 * @param rows what fills the tables
 * @param sql the script
 * @param table the altered table, as in SQL
 * @param kept its columns that must not change
 * @param filled its columns that hold no NULL in the end
 * @param fitting a value for the filled column, should the advice ask for one; empty if none fits
 * @param violations a query that must count 0 after the rewritten script; empty if there is none
 * @param options what the user asked for
 * @param reference what the author meant, where the script fails even on an empty table
 */
record Trial(
    String name,
    String setup,
    String rows,
    String sql,
    String table,
    List<String> kept,
    List<String> filled,
    String fitting,
    String violations,
    Options options,
    String reference) {

  private static final String SETUP =
      "CREATE TABLE t{n} (id int PRIMARY KEY, name varchar(40), old int);\n";
  private static final String ROWS =
      "INSERT INTO t{n} (id, name, old) VALUES (1, 'a', 10), (2, NULL, 20), (3, 'c', 30);\n";

  /** A trial on table {@code t{n}} with columns id, name and old, which gets a column c. */
  static Trial of(String name, String sql) {
    return new Trial(
        name,
        SETUP,
        ROWS,
        sql,
        "t{n}",
        List.of("id", "name", "old"),
        List.of("c"),
        "",
        "",
        Options.defaults(),
        "");
  }

  Trial on(String newSetup, String newRows, String newTable) {
    return new Trial(
        name,
        newSetup,
        newRows,
        sql,
        newTable,
        kept,
        filled,
        fitting,
        violations,
        options,
        reference);
  }

  Trial columns(List<String> newKept, List<String> newFilled) {
    return new Trial(
        name, setup, rows, sql, table, newKept, newFilled, fitting, violations, options, reference);
  }

  Trial fitting(String value) {
    return new Trial(
        name, setup, rows, sql, table, kept, filled, value, violations, options, reference);
  }

  Trial with(Options newOptions) {
    return new Trial(
        name, setup, rows, sql, table, kept, filled, fitting, violations, newOptions, reference);
  }

  Trial violations(String query) {
    return new Trial(
        name, setup, rows, sql, table, kept, filled, fitting, query, options, reference);
  }

  Trial reference(String script) {
    return new Trial(
        name, setup, rows, sql, table, kept, filled, fitting, violations, options, script);
  }

  /** The same with another script, which does what the advice for this one says. */
  Trial advised(String script) {
    return new Trial(
        name + ", as advised",
        setup,
        rows,
        script,
        table,
        kept,
        filled,
        "",
        violations,
        options,
        reference);
  }

  /** Puts in the number. */
  Trial numbered(String n) {
    return new Trial(
        name,
        setup.replace("{n}", n),
        rows.replace("{n}", n),
        sql.replace("{n}", n),
        table.replace("{n}", n),
        kept.stream().map(c -> c.replace("{n}", n)).toList(),
        filled.stream().map(c -> c.replace("{n}", n)).toList(),
        fitting.replace("{n}", n),
        violations.replace("{n}", n),
        new Options(
            options.values().stream()
                .map(
                    v ->
                        new GivenValue(
                            v.table().replace("{n}", n),
                            v.column(),
                            v.expression().replace("{n}", n)))
                .toList(),
            options.form(),
            options.guessing(),
            options.oneStep()),
        reference.replace("{n}", n));
  }
}
