package dev.tiptoe.proof;

import dev.tiptoe.split.Project;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration to be split, on a table {@code t} with rows.
 *
 * @param setup what stands before it, beside {@code t} itself
 * @param given values, such as {@code t.c=7}
 * @param wrong counts the rows that have not the value they should have
 */
record SplitShape(String name, String setup, String sql, List<String> given, String wrong) {

  static final int ROWS = 500;

  private static final String KEY =
      "CREATE TABLE t (id int PRIMARY KEY, name varchar(40), old int);\n";
  private static final String NO_KEY = "CREATE TABLE t (id int, name varchar(40), old int);\n";
  private static final String TWO_KEYS =
      "CREATE TABLE t (id int, name varchar(40), old int, PRIMARY KEY (id, name));\n";
  private static final String PARENT =
      "CREATE TABLE parent (id int PRIMARY KEY);\nINSERT INTO parent VALUES (1), (2);\n";
  private static final String INT = "ALTER TABLE t ADD COLUMN c int NOT NULL;\n";
  private static final String FROM_ROW = "t.c=coalesce(old, 0) + id";
  private static final String NOT_FROM_ROW = "c <> coalesce(old, 0) + id";

  private static SplitShape of(String name, String setup, String sql, String given, String wrong) {
    return new SplitShape(name, setup, sql, given.isEmpty() ? List.of() : List.of(given), wrong);
  }

  static List<SplitShape> all(boolean postgres) {
    List<SplitShape> shapes = new ArrayList<>();
    shapes.add(of("a constant", KEY, INT, "t.c=7", "c <> 7"));
    shapes.add(of("a guess", KEY, INT, "", "c <> 0"));
    shapes.add(of("from other columns", KEY, INT, FROM_ROW, NOT_FROM_ROW));
    shapes.add(of("from other columns, no key", NO_KEY, INT, FROM_ROW, NOT_FROM_ROW));
    shapes.add(of("from other columns, a key of two", TWO_KEYS, INT, FROM_ROW, NOT_FROM_ROW));
    shapes.add(
        new SplitShape(
            "two columns",
            KEY,
            "ALTER TABLE t ADD COLUMN c int NOT NULL, ADD COLUMN d varchar(60) NOT NULL DEFAULT 'x';\nALTER TABLE t ADD COLUMN e int NOT NULL;\n",
            List.of("t.c=7", "t.d=concat(name, id)", "t.e=id"),
            "c <> 7 OR d <> concat(name, id) OR e <> id"));
    shapes.add(
        of(
            "a foreign key",
            KEY + PARENT,
            "ALTER TABLE t ADD COLUMN c int NOT NULL, ADD CONSTRAINT c_to_parent FOREIGN KEY (c) REFERENCES parent (id);\n",
            "t.c=(SELECT max(p.id) FROM parent p)",
            "c <> 2"));
    shapes.add(
        of(
            "a new primary key",
            NO_KEY,
            "ALTER TABLE t ADD COLUMN c int NOT NULL, ADD PRIMARY KEY (c);\n",
            "t.c=id",
            "c <> id"));
    shapes.add(
        of(
            "the successor of a dropped column",
            KEY,
            "ALTER TABLE t DROP COLUMN old, ADD COLUMN c int NOT NULL;\n",
            "t.c=coalesce(old, 3)",
            "c < 1"));
    shapes.addAll(postgres ? postgres() : mysql());
    return shapes;
  }

  private static List<SplitShape> postgres() {
    return List.of(
        of(
            "an enum",
            KEY + "CREATE TYPE mood AS ENUM ('sad', 'ok');\n",
            "ALTER TABLE t ADD COLUMN c mood NOT NULL;\n",
            "t.c='ok'",
            "c <> 'ok'"),
        of(
            "another value for each row",
            KEY,
            "ALTER TABLE t ADD COLUMN c text NOT NULL;\n",
            "t.c=md5(random()::text)",
            "length(c) <> 32"),
        of(
            "updatedAt",
            KEY,
            "-- AlterTable\nALTER TABLE \"t\" ADD COLUMN \"updatedAt\" TIMESTAMP(3) NOT NULL;\n",
            "",
            "\"updatedAt\" > now() + interval '1 day'"),
        of(
            "an existing column",
            KEY,
            "ALTER TABLE t ALTER COLUMN old SET NOT NULL;\n",
            "t.old=id * 2",
            "old <> id AND old <> id * 2"),
        of(
            "an existing column among other actions",
            KEY,
            "ALTER TABLE t ALTER COLUMN old SET DEFAULT 4, ALTER COLUMN old SET NOT NULL, ADD COLUMN f int;\n",
            "t.old=-1",
            "old <> id AND old <> -1"),
        of(
            "a deferred foreign key",
            KEY + PARENT,
            "ALTER TABLE t ADD COLUMN c int NOT NULL REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED;\n",
            "t.c=id % 2 + 1",
            "c <> id % 2 + 1"),
        of(
            "long names",
            "CREATE TABLE \"tablé\" (id int PRIMARY KEY);\n" + KEY,
            "ALTER TABLE t ADD COLUMN \"a column with a name that is very long indeed, éééé and more\" int NOT NULL;\n",
            "t.\"a column with a name that is very long indeed, éééé and more\"=1",
            "false"),
        of(
            "a NOT NULL with a name",
            KEY,
            "ALTER TABLE t ADD COLUMN c int CONSTRAINT \"given Name\" NOT NULL;\n",
            FROM_ROW,
            NOT_FROM_ROW));
  }

  private static List<SplitShape> mysql() {
    return List.of(
        of(
            "an enum",
            KEY,
            "ALTER TABLE t ADD COLUMN c ENUM('sad', 'ok') NOT NULL COMMENT 'a mood' AFTER id;\n",
            "t.c='ok'",
            "c <> 'ok'"),
        of(
            "a date",
            KEY,
            "ALTER TABLE t ADD COLUMN c DATETIME NOT NULL;\n",
            "t.c='2024-02-29'",
            "year(c) <> 2024"),
        of(
            "another value for each row",
            KEY,
            "ALTER TABLE t ADD COLUMN c VARCHAR(36) NOT NULL;\n",
            "t.c=UUID()",
            "length(c) <> 36"),
        of(
            "updatedAt",
            KEY,
            "-- AlterTable\nALTER TABLE `t` ADD COLUMN `updatedAt` DATETIME(3) NOT NULL;\n",
            "",
            "`updatedAt` > date_add(now(), interval 2 day)"),
        of("a text", KEY, "ALTER TABLE t ADD COLUMN c TEXT NOT NULL;\n", "t.c='x'", "c <> 'x'"),
        of(
            "an existing column",
            KEY,
            "ALTER TABLE t MODIFY old BIGINT NOT NULL DEFAULT 3;\n",
            "t.old=id * 2",
            "old <> id AND old <> id * 2"));
  }

  String rows() {
    return "INSERT INTO t (id, name, old) WITH RECURSIVE g (v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM g WHERE v < "
        + ROWS
        + ") SELECT v, 'x', CASE WHEN mod(v, 3) = 0 THEN NULL ELSE v END FROM g";
  }

  Project project(String target) {
    Project project = Project.prisma(target, sql).after(setup);
    for (String value : given) {
      project = project.given(value);
    }
    return project;
  }
}
