package dev.tiptoe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiptoe.db.DatabaseProblem.Kind;
import dev.tiptoe.servers.ServerKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who are not let in are told why, and nobody is told a password or a user. */
@Tag("servers")
class RefusalTest {

  private static final String USER = "canary_user";
  private static final String PASSWORD = "canary/p@ss";
  private static final String WRITTEN = "canary%2Fp%40ss";

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(5));

  /** The forms of an address with the same user and password. */
  private static List<String> urls(ServerKind kind, String host, String database, String options) {
    String login = USER + ":" + WRITTEN + "@";
    String named = "?user=" + USER + "&password=" + WRITTEN + options;
    String bare = options.isEmpty() ? "" : "?" + options.substring(1);
    return kind.isPostgresql()
        ? List.of(
            "postgres://" + login + host + "/" + database + bare,
            "postgresql://" + host + "/" + database + named,
            "jdbc:postgresql://" + host + "/" + database + named)
        : List.of(
            "mysql://" + login + host + "/" + database + bare,
            "mariadb://" + login + host + "/" + database + bare,
            "jdbc:mysql://" + host + "/" + database + named,
            "jdbc:mariadb://" + host + "/" + database + named.replace(WRITTEN, PASSWORD));
  }

  private static String host(dev.tiptoe.servers.Database scratch) {
    return scratch.url().replaceFirst("jdbc:[a-z]+://", "").replaceFirst("/.*", "");
  }

  private static DatabaseProblem problem(ThrowingCallable work) {
    DatabaseProblem problem = catchThrowableOfType(DatabaseProblem.class, work);
    assertThat(problem).isNotNull();
    StringWriter all = new StringWriter();
    problem.printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).doesNotContain("canary");
    return problem;
  }

  private static void assertProblem(List<String> urls, Kind kind, String text) {
    for (String url : urls) {
      DatabaseProblem problem =
          problem(() -> Database.open(Address.of(url), PATIENCE, Access.READ_ONLY).close());
      assertThat(problem.kind()).as(problem.getMessage()).isEqualTo(kind);
      assertThat(problem).hasMessageContaining(text);
    }
  }

  private static void createUser(Connection admin, ServerKind kind, String database)
      throws SQLException {
    try (Statement statement = admin.createStatement()) {
      if (kind.isPostgresql()) {
        statement.execute("DROP ROLE IF EXISTS " + USER);
        statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
        wantPassword(statement);
      } else {
        statement.execute("DROP USER IF EXISTS " + USER);
        // MySQL's newer way needs a key or a certificate, which this server does without.
        String plugin = kind == ServerKind.MYSQL ? "WITH mysql_native_password " : "";
        statement.execute(
            "CREATE USER " + USER + " IDENTIFIED " + plugin + "BY '" + PASSWORD + "'");
        statement.execute("GRANT SELECT ON " + database + ".* TO " + USER);
      }
    }
  }

  /** These servers trust everybody; this one user has to say the password. */
  private static void wantPassword(Statement statement) throws SQLException {
    String file;
    try (ResultSet row = statement.executeQuery("SHOW hba_file")) {
      row.next();
      file = row.getString(1);
    }
    statement.execute(
        """
        COPY (SELECT * FROM (VALUES ('host all %s all scram-sha-256'),
          ('host all all all trust')) AS rules (rule)) TO '%s'
        """
            .formatted(USER, file));
    statement.execute("SELECT pg_reload_conf()");
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPasswordAndAMissingDatabaseAreRefused(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Connection admin = scratch.connect()) {
      createUser(admin, kind, scratch.name());
      String host = host(scratch);

      List<String> right = urls(kind, host, scratch.name(), "");
      for (String url : right) {
        try (Database database = Database.open(Address.of(url), PATIENCE, Access.READ_ONLY)) {
          assertThat(database.query("SELECT 1")).hasSize(1);
        }
      }
      List<String> wrong =
          right.stream()
              .map(u -> u.replace(WRITTEN, "canary").replace(PASSWORD, "canary"))
              .toList();
      assertProblem(wrong, Kind.REFUSED, host + "/" + scratch.name() + ": the user or the pass");
      List<String> missing = urls(kind, host, "missing", "");
      assertProblem(missing, Kind.REFUSED, host + "/missing: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoMayNotDoItIsTold(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Connection admin = scratch.connect()) {
      createUser(admin, kind, scratch.name());
      try (Statement statement = admin.createStatement()) {
        statement.execute("CREATE TABLE a (id int)");
        if (kind.isPostgresql()) {
          statement.execute("GRANT SELECT ON a TO PUBLIC");
        }
      }
      String url = urls(kind, host(scratch), scratch.name(), "").get(0);
      try (Database database = Database.open(Address.of(url), PATIENCE, Access.READ_WRITE)) {
        for (String sql :
            List.of("ALTER TABLE a ADD COLUMN b int", "INSERT INTO a VALUES (1)", "DROP TABLE a")) {
          DatabaseProblem problem =
              catchThrowableOfType(DatabaseProblem.class, () -> database.run(sql));
          assertThat(problem.kind()).as(problem.getMessage()).isEqualTo(Kind.NO_RIGHTS);
        }
        assertThat(database.query("SELECT * FROM a")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB"})
  void whereNobodyAnswersIsUnreachable(ServerKind kind) throws Exception {
    assertProblem(urls(kind, "no-such-host.invalid:1", "d", ""), Kind.UNREACHABLE, "no host has");
    assertProblem(urls(kind, "127.0.0.1:1", "d", ""), Kind.UNREACHABLE, "nothing answers there");
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String host = "127.0.0.1:" + silent.getLocalPort();
      long start = System.nanoTime();
      assertProblem(
          urls(kind, host, "d", "").subList(0, 1), Kind.UNREACHABLE, "cannot connect to " + host);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tlsIsNotGivenUpInSilence(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase()) {
      Stream<String> demands =
          kind.isPostgresql()
              ? Stream.of("&sslmode=require", "&sslmode=verify-full", "&sslaccept=strict")
              : Stream.of("&ssl-mode=REQUIRED", "&sslaccept=strict", "&tls=true", "&useSSL=true");
      String start =
          (kind.isPostgresql() ? "postgres://postgres@" : "mysql://root@")
              + host(scratch)
              + "/"
              + scratch.name()
              + "?x=y";
      Database.open(Address.of(start), PATIENCE, Access.READ_ONLY).close();
      assertProblem(demands.map(d -> start + d).toList(), Kind.UNREACHABLE, "TLS");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB"})
  void whatTheDriverDoesNotUnderstandIsSaid(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase()) {
      assertProblem(
          urls(kind, host(scratch), scratch.name(), "&connectTimeout=canary"),
          Kind.UNREACHABLE,
          "cannot connect to ");
    }
  }
}
