package dev.tiptoe.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.ServerKind;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class LocksTest {

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));

  private static final LockName OTHER =
      new LockName(-4_097_083_626_000_000_001L, LockName.Form.WHOLE, "tiptoe's other");

  private static final LockName HALVES =
      new LockName(-4_097_083_626_000_000_001L, LockName.Form.HALVES, "tiptoe's third");

  private static Database open(dev.tiptoe.servers.Database scratch) throws DatabaseProblem {
    return Database.open(Address.of(scratch.url()), PATIENCE, Access.READ_ONLY);
  }

  @ParameterizedTest
  @EnumSource
  void oneHoldsALockUntilItIsClosed(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database one = open(scratch);
        Database two = open(scratch)) {
      for (LockName name : new LockName[] {LockName.PRISMA, OTHER, HALVES}) {
        assertThat(one.holder(name)).isEmpty();
        try (AppLock held = one.lock(name, Duration.ZERO).orElseThrow()) {
          assertThat(held).isNotNull();
          assertThat(two.lock(name, Duration.ofMillis(300))).isEmpty();
          assertThat(two.holder(name)).get().matches(h -> h.id() == id(one));
        }
        assertThat(two.holder(name)).isEmpty();
        assertThat(two.lock(name, Duration.ZERO)).isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockGoesWithItsConnection(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database two = open(scratch);
        Database three = open(scratch)) {
      Database one = open(scratch);
      AppLock held = one.lock(OTHER, Duration.ZERO).orElseThrow();
      one.close();

      assertThat(two.lock(OTHER, Duration.ofSeconds(10))).isPresent();
      held.close();
      assertThat(three.holder(OTHER)).get().matches(h -> h.id() == id(two));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWorkingToolIsSeen(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Connection tool = scratch.connect();
        Statement statement = tool.createStatement();
        Database database = open(scratch)) {
      String lock =
          kind.isPostgresql()
              ? "SELECT pg_advisory_lock(72707369)"
              : "SELECT GET_LOCK('prisma_migrate', 10)";
      statement.execute(lock);
      Thread work = new Thread(() -> sleep(statement, kind));
      work.start();
      Thread.sleep(500);

      LockHolder holder = database.holder(LockName.PRISMA).orElseThrow();

      assertThat(holder.state()).isEqualTo(kind.isPostgresql() ? "active" : "Query");
      assertThat(holder.statement()).get().asString().containsIgnoringCase("sleep(3");
      assertThat(holder.since().orElseThrow())
          .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(2));
      work.join();
    }
  }

  private static void sleep(Statement statement, ServerKind kind) {
    try {
      statement.execute("SELECT " + (kind.isPostgresql() ? "pg_sleep(3)" : "sleep(3)"));
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static long id(Database database) {
    try {
      String function =
          database.target().dialect().isMySqlLike() ? "connection_id()" : "pg_backend_pid()";
      return database.query("SELECT " + function + " AS id").get(0).number("id");
    } catch (DatabaseProblem e) {
      throw new AssertionError(e);
    }
  }
}
