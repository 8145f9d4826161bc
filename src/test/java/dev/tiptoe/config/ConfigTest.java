package dev.tiptoe.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static final Origin OPTION = Origin.named("--dialect");
  private static final Origin LOCK = Origin.named("migration_lock.toml");

  @Test
  void whatLiesAboveWinsAndTheRestShowsThrough() {
    Config detected =
        Config.EMPTY.with(Key.DIALECT, Dialect.MYSQL, LOCK).with(Key.TOOL, "prisma", LOCK);
    Config both = Config.EMPTY.with(Key.DIALECT, Dialect.MARIADB, OPTION).over(detected);
    assertThat(both.rows())
        .containsExactly(
            new Config.Row("dialect", "mariadb", OPTION), new Config.Row("tool", "prisma", LOCK));
  }

  @Test
  void anEmptyListIsADecisionToo() {
    Config below = Config.EMPTY.with(Key.PATHS, "migrations", LOCK);
    assertThat(Config.EMPTY.with(Key.PATHS, List.of()).over(below).all(Key.PATHS)).isEmpty();
  }

  @Test
  void settingAValueLeavesTheOldConfigurationAlone() {
    Config changed = Config.EMPTY.with(Key.BATCH, 5, OPTION);
    assertThat(changed.get(Key.BATCH)).isPresent();
    assertThat(Config.EMPTY.rows()).isEmpty();
  }
}
