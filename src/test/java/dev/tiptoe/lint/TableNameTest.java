package dev.tiptoe.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "Plan, '', Plan",
        "\"Plan\", '', Plan",
        "`my.plan`, '', my.plan",
        "public.Plan, public, Plan",
        "\"my.schema\" . \"Plan\", my.schema, Plan"
      })
  void itIsATable(String text, String schema, String table) {
    assertThat(TableName.parse(text)).contains(new TableName(schema, table));
  }

  @ParameterizedTest
  @ValueSource(strings = {"public.", ".Plan", "a.b.c", "\"Plan", "\"\"", "Pl\"an", "."})
  void itIsNoTable(String text) {
    assertThat(TableName.parse(text)).isEmpty();
  }

  @Test
  void theSchemaCountsOnlyIfBothNameOne() {
    TableName plan = new TableName("", "Plan");
    TableName qualified = new TableName("public", "Plan");
    assertThat(plan.isFor(name("billing", "plan"))).isTrue();
    assertThat(qualified.isFor(name("", "plan"))).isTrue();
    assertThat(qualified.isFor(name("public", "plan"))).isTrue();
    assertThat(qualified.isFor(name("billing", "plan"))).isFalse();
    assertThat(plan.isFor(name("", "plans"))).isFalse();
  }

  private static Name name(String schema, String table) {
    return new Name(schema, table, table, Span.at(0));
  }
}
