package dev.tiptoe.robust;

import java.util.List;
import java.util.Random;

/**
 * Makes texts that are nearly SQL: pieces of real statements cut, doubled, joined and sprinkled
 * with awkward characters.
 */
final class Mutator {

  private static final List<String> SEEDS =
      List.of(
          "ALTER TABLE \"User\" ADD COLUMN \"level\" INTEGER NOT NULL;\n",
          "ALTER TABLE t ADD a INT NOT NULL, ADD COLUMN b TEXT NOT NULL DEFAULT 'x', DROP COLUMN c;\n",
          "ALTER TABLE ONLY public.t ADD COLUMN IF NOT EXISTS u uuid NOT NULL DEFAULT gen_random_uuid();\r\n",
          "alter table `t` add (a int not null comment 'it''s', b varchar(10) not null) , add index i (a);\n",
          "ALTER TABLE t MODIFY COLUMN c ENUM('a','b') CHARACTER SET latin1 NOT NULL AFTER d;\n",
          "ALTER TABLE t ALTER COLUMN c SET NOT NULL, ALTER c SET DEFAULT 5;",
          "ALTER TABLE t ADD COLUMN x int NOT NULL CHECK (x > 0) UNIQUE REFERENCES p (id) ON DELETE SET NULL;\n",
          "ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL AND b IS NOT NULL) NOT VALID;\n",
          "CREATE TABLE t (id serial PRIMARY KEY, n numeric(10,2) DEFAULT (1 + 2), CONSTRAINT c UNIQUE (n));\n",
          "CREATE TYPE \"Role\" AS ENUM ('A', 'B');\nALTER TABLE t ADD r \"Role\" NOT NULL;\n",
          "ALTER TABLE t ADD \"a\nb\" int NOT NULL, DROP \"c\nd\";\n",
          "UPDATE t SET a = 1, b = (SELECT max(x) FROM u) WHERE a IS NULL;\n",
          "BEGIN; CREATE TABLE x (i int); ROLLBACK; ALTER TABLE x ADD j int NOT NULL; COMMIT;\n",
          "DELIMITER //\nCREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; END//\nDELIMITER ;\n",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END;\n",
          "DO $x$ BEGIN ALTER TABLE t ADD c int NOT NULL; END $x$;\n",
          "COPY t FROM stdin;\n1\ta;b\n\\.\n",
          "/*!40101 ALTER TABLE t ADD a INT NOT NULL */;\n/* /* nested */ */ -- end\n# hash\n",
          "-- tiptoe:ignore add-not-null-column: no rows\n-- tiptoe:backfill t.a = 5\n-- tiptoe:review 0\n",
          "-- +goose Up\n-- migrate:down\n\\set x 1\n${schema}.t\n",
          "SELECT E'a\\'b', 'c:\\', $$d$$, \"e\"\"f\", `g``h`, 1.5e-3, 0x1F, :'v';\n");

  private static final List<String> AWKWARD =
      List.of(
          "'",
          "\"",
          "`",
          "$$",
          "$a$",
          "/*",
          "*/",
          "/*!",
          "--",
          "#",
          ";",
          "(",
          ")",
          ",",
          "\\",
          "\n",
          "\r\n",
          "\r",
          "\0",
          "\uFEFF",
          "é",
          "💥",
          "\uD83D",
          "NOT NULL",
          "DEFAULT",
          "NULL",
          "ADD",
          "::",
          ".",
          "${x}",
          "DELIMITER",
          "END",
          "BEGIN",
          "CASE",
          " ",
          "\t");

  private final Random random;

  Mutator(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(pick(SEEDS));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      mutate(text);
    }
    return text.toString();
  }

  private void mutate(StringBuilder text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(from, pick(AWKWARD));
      case 2 -> text.insert(from, text.substring(from, to));
      default -> {
        String seed = pick(SEEDS);
        int cut = random.nextInt(seed.length());
        text.insert(from, seed.substring(cut, Math.min(seed.length(), cut + random.nextInt(30))));
      }
    }
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
