package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that claim what is not so. */
@Tag("servers")
class ServerLawsTest {

  private static final String ROWS = "INSERT INTO users VALUES (1, 'Ada'), (2, 'Alan');\n";
  private static final String ADD_FILLED = "ALTER TABLE users ADD plan text NOT NULL DEFAULT '';";
  private static final String ADD_CHECK = "ALTER TABLE users ADD CHECK (id > 0);";
  private static final String RENAME = "ALTER TABLE users RENAME COLUMN name TO nick;";
  private static final String APP = "```sql app\nSELECT name FROM users;\n```\n";

  @Test
  void whatIsSaidToFailPasses() {
    broken(
        page("", "bad postgresql 16 no-guess", "ALTER TABLE users ADD plan text NOT NULL;"),
        "said to fail, and did not");
  }

  @Test
  void whatIsSaidToBlockDoesNot() {
    String token = "ALTER TABLE users ADD token uuid NOT NULL DEFAULT gen_random_uuid();";
    broken(page("", "bad postgresql 16", token), "said to block");
    kept(page(ROWS, "bad postgresql 16", token));
  }

  @Test
  void whatIsGoodFails() {
    broken(page(ROWS, "good postgresql 16", "ALTER TABLE users DROP id, DROP age;"), "42703");
  }

  @Test
  void whatIsGoodReadsATableWhileWritersWait() {
    broken(page(ROWS, "good postgresql 16", ADD_CHECK), "nobody said may-block");
    kept(page("", "good postgresql 16", ADD_CHECK));
    kept(page(ROWS, "good postgresql 16 small=users", ADD_CHECK));
  }

  @Test
  void theToolKeepsALockThatAnUnknownOneMayGiveUp() {
    String sql = "ALTER TABLE users ADD plan text;\nUPDATE users SET plan = 'free';";
    kept(page(ROWS, "good postgresql 16", sql));
    broken(page(ROWS, "good postgresql 16 flyway", sql), "nobody said may-block");
  }

  @Test
  void whatMayBlockNeedsAReasonAndDoesBlock() {
    broken(page(ROWS, "good postgresql 16 may-block", ADD_CHECK), "why it may block");
    kept(page(ROWS, "Nobody works at night.\n\n", "good postgresql 16 may-block", ADD_CHECK, ""));
    broken(
        page(ROWS, "Nobody works at night.\n\n", "good postgresql 16 may-block", RENAME, ""),
        "nothing blocks");
  }

  @Test
  void theAppGoesOnAfterWhatIsBadOrSuffersFromWhatIsGood() {
    broken(page(ROWS, "", "bad postgresql 16", ADD_FILLED, APP), "after a bad migration");
    broken(page(ROWS, "", "good postgresql 16", RENAME, APP), "after a good migration");
    kept(page(ROWS, "", "bad postgresql 16", ADD_FILLED + "\n" + RENAME, APP));
    broken(
        page(ROWS, "", "bad postgresql 16", RENAME, "```sql app\nSELECT age FROM users;\n```\n"),
        "the app before");
  }

  private static String page(String rows, String words, String sql) {
    return page(rows, "", words, sql, "");
  }

  private static String page(String rows, String prose, String words, String sql, String behind) {
    return """
        # add-not-null-column

        ```sql setup
        CREATE TABLE users (id int PRIMARY KEY, name text);
        """
        + rows
        + "```\n\n## An example\n\n"
        + prose
        + "```sql "
        + words
        + "\n"
        + sql
        + "\n```\n"
        + behind;
  }

  private static void broken(String page, String law) {
    assertThatThrownBy(() -> check(page))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(law);
  }

  private static void kept(String page) {
    assertThatCode(() -> check(page)).doesNotThrowAnyException();
  }

  private static void check(String text) throws SQLException {
    Page page = Page.of(Path.of("page.md"), List.of(text.split("\n")));
    OnServer server = OnServer.of(page.examples().get(0));
    new ServerLaws(page.id(), server, Measured.of(server)).check();
  }
}
