package dev.tiptoe.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static Effect effect(String operation, Dialect dialect, String version) {
    Target target = new Target(dialect, Version.of(version).orElseThrow());
    return Facts.of(dialect).effect(operation, target, SqlMode.STRICT).orElseThrow();
  }

  @Test
  void anEffectTellsLockRewriteAndScan() {
    Effect index = effect("create_index", Dialect.POSTGRESQL, "16");
    assertThat(index.blocksWrites()).isTrue();
    assertThat(index.blocksReads()).isFalse();
    assertThat(index.isLongAndBlocks()).isTrue();
    assertThat(index.rewrites()).isFalse();
    assertThat(index.text()).isEqualTo("reads the whole table while writes to it wait (SHARE)");
  }

  @Test
  void anEffectTellsAlgorithmAndLockOfMySql() {
    Effect copy = effect("modify_type_decimal_precision_widen", Dialect.MYSQL, "8.0");
    assertThat(copy.algorithm()).contains(Algorithm.COPY);
    assertThat(copy.isLongAndBlocks()).isTrue();
    assertThat(copy.text())
        .isEqualTo(
            "copies the whole table (ALGORITHM=COPY, LOCK=SHARED); writes wait until that is done");
  }

  @Test
  void aFailureThatNeedsRowsSaysSo() {
    Effect added = effect("add_column_not_null_no_default_int", Dialect.POSTGRESQL, "14");
    assertThat(added.error()).contains("23502");
    assertThat(added.onRowsOnly()).isTrue();
  }

  @Test
  void aVersionThatWasNotMeasuredTakesItsSeriesElseTheOneBefore() {
    assertThat(nearest(Dialect.POSTGRESQL, "16.2")).isEqualTo("16.15");
    assertThat(nearest(Dialect.POSTGRESQL, "99")).isEqualTo("18.6");
    assertThat(nearest(Dialect.MYSQL, "8.0.20")).isEqualTo("8.0.33");
    assertThat(nearest(Dialect.MYSQL, "8.4")).isEqualTo("8.0.33");
    assertThat(nearest(Dialect.MYSQL, "5.7")).isEqualTo("5.6.14");
    assertThat(nearest(Dialect.MARIADB, "10.11")).isEqualTo("10.11.18");
    assertThat(nearest(Dialect.MARIADB, "5.5")).isEqualTo("10.2.11");
  }

  @Test
  void nothingIsHeldAgainstWhatChangedBetweenTwoMeasuredSeries() {
    Effect between = effect(Dialect.MARIADB, "10.4", "add_column_nullable");
    assertThat(effect(Dialect.MARIADB, "10.2", "add_column_nullable").isLong()).isTrue();
    assertThat(between.isLong()).isFalse();
    assertThat(between.algorithm()).isEmpty();
    assertThat(effect(Dialect.MARIADB, "10.4", "drop_primary_key").isLongAndBlocks()).isTrue();
    assertThat(effect(Dialect.MARIADB, "10.4", "modify_to_not_null_with_nulls").text())
        .isEqualTo("refuses it with error 1138 or 1265 on a table with rows");
  }

  private static Effect effect(Dialect dialect, String version, String operation) {
    Target target = new Target(dialect, Version.of(version).orElseThrow());
    return Facts.of(dialect).effect(operation, target, SqlMode.STRICT).orElseThrow();
  }

  private static String nearest(Dialect dialect, String version) {
    return Facts.of(dialect).nearest(Version.of(version).orElseThrow()).toString();
  }

  @Test
  void anOperationThatWasNeverMeasuredIsAMistakeOfTheAsker() {
    assertThatThrownBy(() -> effect("fly_to_the_moon", Dialect.MYSQL, "8.0"))
        .hasMessageContaining("never measured");
  }

  @Test
  void everyRowOfTheTablesCanBeRead() {
    for (Dialect dialect : Dialect.values()) {
      assertThat(Facts.of(dialect).operations())
          .hasSizeGreaterThan(400)
          .allSatisfy(operation -> assertThat(operation.statement()).isNotBlank());
    }
  }
}
