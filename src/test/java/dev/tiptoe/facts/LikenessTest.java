package dev.tiptoe.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.sql.Dialect;
import org.junit.jupiter.api.Test;

class LikenessTest {

  private static final Likeness POSTGRESQL = new Likeness(Dialect.POSTGRESQL);

  @Test
  void namesValuesAndLetterCaseDoNotMatter() {
    Likeness.Match match =
        POSTGRESQL.find(
            "alter table \"Shop\".orders add \"placedAt\" varchar(9) not null default ''");
    assertThat(match.exact()).isTrue();
    assertThat(match.operations())
        .extracting(Operation::id)
        .contains("add_column_not_null_default_const_varchar");
  }

  @Test
  void theTypeMatters() {
    assertThat(POSTGRESQL.find("ALTER TABLE t ADD COLUMN c date NOT NULL").operations())
        .extracting(Operation::id)
        .containsExactly("add_column_not_null_no_default_date");
  }

  @Test
  void whatWasNotMeasuredFindsItsNeighbours() {
    Likeness.Match match = POSTGRESQL.find("ALTER TABLE t ADD COLUMN c macaddr NOT NULL");
    assertThat(match.exact()).isFalse();
    assertThat(match.operations())
        .isNotEmpty()
        .allMatch(operation -> operation.statement().endsWith("NOT NULL"));
  }

  @Test
  void whatIsLikeNothingFindsNothing() {
    assertThat(POSTGRESQL.find("SELECT 1").operations()).isEmpty();
    assertThat(POSTGRESQL.find("").operations()).isEmpty();
  }
}
