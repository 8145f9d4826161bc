package dev.tiptoe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest {

  private static final Target POSTGRESQL = Target.oldest(Dialect.POSTGRESQL);
  private static final Target MYSQL = Target.oldest(Dialect.MYSQL);
  private static final Target MARIADB = Target.oldest(Dialect.MARIADB);

  private static List<String> split(String sql, Target target) {
    return Script.read(new SourceFile("a.sql", sql), target).statements().stream()
        .map(s -> s.span().of(sql))
        .toList();
  }

  @Test
  void statementsEndAtSemicolonsAndEmptyOnesAreNone() {
    assertThat(split(" a ;; b -- c;\n;\n;c", POSTGRESQL)).containsExactly("a", "b", "c");
    assertThat(split("", POSTGRESQL)).isEmpty();
    assertThat(split("-- only a comment;\n", MYSQL)).isEmpty();
  }

  @Test
  void commentsAreKeptBesideTheStatements() {
    String sql = "/* a */ b; -- c\nd -- e\n";
    Script script = Script.read(new SourceFile("a.sql", sql), POSTGRESQL);
    assertThat(script.comments().stream().map(c -> c.of(sql)))
        .containsExactly("/* a */", "-- c", "-- e");
  }

  @Test
  void aFunctionWithAnAtomicBodyIsOneStatement() {
    String function =
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END";
    assertThat(split(function + "; SELECT 3", POSTGRESQL)).containsExactly(function, "SELECT 3");
  }

  @Test
  void theWordBeginOfATransactionOpensNoBody() {
    assertThat(split("BEGIN; SELECT 1; COMMIT", POSTGRESQL))
        .containsExactly("BEGIN", "SELECT 1", "COMMIT");
    assertThat(split("BEGIN; SELECT 1; COMMIT", MYSQL))
        .containsExactly("BEGIN", "SELECT 1", "COMMIT");
  }

  @Test
  void aRuleWithSeveralCommandsIsOneStatement() {
    String rule = "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)";
    assertThat(split(rule + ";a", POSTGRESQL)).containsExactly(rule, "a");
  }

  @Test
  void routinesOfMysqlNeedNoDelimiter() {
    String trigger =
        """
        CREATE DEFINER=`a`@`%` TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN
          IF NEW.a THEN SET NEW.a = IF(1, 2, 3); END IF;
          CASE NEW.b WHEN 1 THEN BEGIN END; END CASE;
          w: WHILE 0 DO SET @x = REPEAT('a', 3); END WHILE w;
          REPEAT SET @y = 1; UNTIL 1 END REPEAT;
          LOOP LEAVE w; END LOOP;
        END""";
    assertThat(split(trigger + ";\nSELECT 1;", MYSQL)).containsExactly(trigger, "SELECT 1");
    String simple = "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1";
    assertThat(split(simple + "; b", MYSQL)).containsExactly(simple, "b");
  }

  @Test
  void mariadbRunsBlocksOutsideOfRoutines() {
    String block = "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END";
    assertThat(split(block + "; c", MARIADB)).containsExactly(block, "c");
    String loop = "BEGIN NOT ATOMIC FOR i IN 1..2 DO SELECT i; END FOR; END";
    assertThat(split(loop + "; c", MARIADB)).containsExactly(loop, "c");
  }

  @Test
  void theClientsDelimiterIsHonoured() {
    String sql = "DELIMITER //\na; b//\nDELIMITER ;\nc;";
    Script script = Script.read(new SourceFile("a.sql", sql), MYSQL);
    assertThat(split(sql, MYSQL)).containsExactly("a; b", "c");
    assertThat(script.statements().get(0).separator()).isEqualTo("//");
    assertThat(script.statements().get(0).delimiter()).isEqualTo(new Span(17, 19));
    assertThat(script.statements().get(1).separator()).isEqualTo(";");
  }

  @Test
  void theClientsDelimiterMayTouchAWord() {
    assertThat(split("DELIMITER $$\nCREATE PROCEDURE p() BEGIN a$b; END$$\nDELIMITER ;\nc;", MYSQL))
        .containsExactly("CREATE PROCEDURE p() BEGIN a$b; END", "c");
  }

  @Test
  void dataOfCopyAndCommandsForPsqlAreNoStatements() {
    assertThat(split("COPY t FROM stdin;\n1;\t'\n\\.\n\\echo 'x;\nSELECT 1", POSTGRESQL))
        .containsExactly("COPY t FROM stdin", "SELECT 1");
    assertThat(split("SELECT 1 \\gset\nSELECT 2;", POSTGRESQL))
        .containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  void aSemicolonInsideAnExecutedCommentDoesNotEndTheStatement() {
    assertThat(split("/*!50503 a ; b */; c", MYSQL)).containsExactly("a ; b", "c");
  }
}
