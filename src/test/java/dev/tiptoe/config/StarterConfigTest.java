package dev.tiptoe.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StarterConfigTest {

  private static final String NOTHING_KNOWN =
      StarterConfig.text(Optional.empty(), Optional.empty(), List.of());

  @Test
  void whatWasFoundOutIsSet() {
    Config config =
        read(
            StarterConfig.text(
                Optional.of("flyway"), Optional.of(Dialect.MARIADB), List.of("a", "b \"c\"")));
    assertThat(config.rows())
        .extracting(Config.Row::key, Config.Row::value)
        .map(row -> row.toList().get(0) + " " + row.toList().get(1))
        .containsExactly(
            "dialect mariadb", "tool flyway", "paths a", "paths b \"c\"", "failOn error");
  }

  @Test
  void whatIsNotKnownIsLeftToBeFoundOut() {
    assertThat(read(NOTHING_KNOWN).rows()).extracting(Config.Row::key).containsExactly("failOn");
  }

  @Test
  void everyExampleInItsCommentsWorksOnceItIsNoCommentAnyMore() {
    Config config = read(NOTHING_KNOWN.replace("// \"", "\""));
    assertThat(config.rows())
        .extracting(Config.Row::key)
        .containsExactly(
            "dialect", "serverVersion", "tool", "paths", "rules.set-not-null", "ignore", "failOn");
  }

  private static Config read(String text) {
    Parsed<Config> parsed =
        ConfigReader.read(
            new SourceFile("tiptoe.json", text),
            new Vocabulary(Set.of("set-not-null"), Set.of("prisma", "flyway")));
    assertThat(parsed.problems()).isEmpty();
    return parsed.value();
  }
}
