package dev.tiptoe.measure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableUnderTestTest {

  @Test
  void aWrongRowIsToldWithItsServerAndWhatTheServerDoes() {
    TableUnderTest table =
        new TableUnderTest(
            Dialect.POSTGRESQL,
            ExperimentsFile.read("-- operation add_column_nullable on t").experiments());

    assertThatThrownBy(
            () ->
                table.hold(
                    new Version(18, 6, 0), Map.of(Asked.strict("add_column_nullable"), "fails 1")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("add_column_nullable (STRICT) on PostgreSQL 18.6")
        .hasMessageContaining("the table says: locks t ACCESS EXCLUSIVE; gives NULL")
        .hasMessageContaining("the server does: fails 1");
  }
}
