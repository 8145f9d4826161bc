package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of the sample projects for Prisma, and what has to become of them. */
final class Blog {

  static final String RENAME = "prisma/migrations/20240423090000_body_is_content";
  static final String ROLES = "prisma/migrations/20240510140000_roles";

  /** What existing rows get; the renamed column gets what was in it under its old name. */
  static final List<String> VALUES =
      List.of(
          "--backfill=Post.content=body",
          "--backfill=Post.updatedAt='2024-05-10 14:00:00'",
          "--backfill=User.name=email",
          "--backfill=User.role='READER'");

  private Blog() {}

  /** Fills the tables as they are before the last two migrations. */
  static void fill(Database database) throws SQLException {
    String sql =
        """
        INSERT INTO "User" ("email", "name", "locale")
          VALUES ('ada', 'Ada', 'fr'), ('bob', NULL, 'en'), ('cyd', NULL, 'en');
        INSERT INTO "Post" ("title", "body", "authorId", "views")
          VALUES ('One', 'first', 1, 7), ('Two', 'second', 2, 0);
        INSERT INTO "Comment" ("text", "postId", "authorId") VALUES ('yes', 1, 2), ('no', 2, 3);
        """;
    boolean postgresql = database.server().dialect().equals("postgresql");
    database.runScript(postgresql ? sql : sql.replace('"', '`')).orThrow();
  }

  /** Demands that each row is there, with its old values and the new ones that were asked for. */
  static void assertKept(Database database) throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(Rows.contents(connection, "User", "email", "name", "locale", "role"))
          .containsExactly(
              "email=ada | name=Ada | locale=fr | role=READER",
              "email=bob | name=bob | locale=en | role=READER",
              "email=cyd | name=cyd | locale=en | role=READER");
      assertThat(Rows.contents(connection, "Post", "title", "content", "views"))
          .containsExactly(
              "title=One | content=first | views=7", "title=Two | content=second | views=0");
      assertThat(Rows.contents(connection, "Post", "updatedAt"))
          .hasSize(2)
          .allSatisfy(row -> assertThat(row).startsWith("updatedAt=2024-05-10 14:00:00"));
      assertThat(Rows.contents(connection, "Comment", "text"))
          .containsExactly("text=no", "text=yes");
    }
  }
}
