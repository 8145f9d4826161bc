package dev.tiptoe.proof;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A script to be proved, on tables that no other trial touches: {@code {n}} stands for its number.
 *
 * @param name for people
 * @param setup what is there before
 * @param rows what fills the tables
 * @param sql the script
 * @param laid the altered table, as in SQL, before the script
 * @param table the same after it
 * @param kept its columns that must not change
 * @param filled its columns that hold no NULL in the end
 * @param fitting a value for the filled column, should the advice ask for one; empty if none fits
 * @param violations a query that must count 0 after the rewritten script; empty if there is none
 * @param busy an INSERT that an application goes on sending meanwhile; empty if there is none
 * @param options what the user asked for
 * @param reference what the author meant, where the script fails even on an empty table
 */
record Trial(
    String name,
    String setup,
    String rows,
    String sql,
    String laid,
    String table,
    List<String> kept,
    List<String> filled,
    String fitting,
    String violations,
    String busy,
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
        "t{n}",
        List.of("id", "name", "old"),
        List.of("c"),
        "",
        "",
        "",
        Options.defaults(),
        "");
  }

  Trial named(String newName) {
    return new Trial(
        newName,
        setup,
        rows,
        sql,
        laid,
        table,
        kept,
        filled,
        fitting,
        violations,
        busy,
        options,
        reference);
  }

  Trial on(String newSetup, String newRows) {
    return new Trial(
        name,
        newSetup,
        newRows,
        sql,
        laid,
        table,
        kept,
        filled,
        fitting,
        violations,
        busy,
        options,
        reference);
  }

  Trial table(String before, String after) {
    return new Trial(
        name,
        setup,
        rows,
        sql,
        before,
        after,
        kept,
        filled,
        fitting,
        violations,
        busy,
        options,
        reference);
  }

  Trial columns(List<String> newKept, List<String> newFilled) {
    return new Trial(
        name,
        setup,
        rows,
        sql,
        laid,
        table,
        newKept,
        newFilled,
        fitting,
        violations,
        busy,
        options,
        reference);
  }

  Trial fitting(String value) {
    return new Trial(
        name,
        setup,
        rows,
        sql,
        laid,
        table,
        kept,
        filled,
        value,
        violations,
        busy,
        options,
        reference);
  }

  Trial violations(String query) {
    return new Trial(
        name, setup, rows, sql, laid, table, kept, filled, fitting, query, busy, options,
        reference);
  }

  Trial busy(String insert) {
    return new Trial(
        name,
        setup,
        rows,
        sql,
        laid,
        table,
        kept,
        filled,
        fitting,
        violations,
        insert,
        options,
        reference);
  }

  Trial with(Options newOptions) {
    return new Trial(
        name,
        setup,
        rows,
        sql,
        laid,
        table,
        kept,
        filled,
        fitting,
        violations,
        busy,
        newOptions,
        reference);
  }

  Trial reference(String script) {
    return new Trial(
        name,
        setup,
        rows,
        sql,
        laid,
        table,
        kept,
        filled,
        fitting,
        violations,
        busy,
        options,
        script);
  }

  /** The same with another script, which does what the advice for this one says. */
  Trial advised(String script) {
    return new Trial(
        name + ", as advised",
        setup,
        rows,
        script,
        laid,
        table,
        kept,
        filled,
        "",
        violations,
        busy,
        options,
        reference);
  }

  /** Puts in the number. */
  Trial numbered(String n) {
    return map(s -> s.replace("{n}", n));
  }

  /** The same with each text changed. */
  Trial map(UnaryOperator<String> f) {
    List<GivenValue> values =
        options.values().stream()
            .map(
                v ->
                    new GivenValue(
                        f.apply(v.table()), f.apply(v.column()), f.apply(v.expression())))
            .toList();
    return new Trial(
        name,
        f.apply(setup),
        f.apply(rows),
        f.apply(sql),
        f.apply(laid),
        f.apply(table),
        kept.stream().map(f).toList(),
        filled.stream().map(f).toList(),
        f.apply(fitting),
        f.apply(violations),
        f.apply(busy),
        new Options(values, options.form(), options.guessing(), options.oneStep()),
        f.apply(reference));
  }
}
