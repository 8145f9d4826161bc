package dev.tiptoe.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {

  private static final List<String> RULES =
      List.of(
          "drop-column",
          "drop-column-takes-constraints",
          "drop-table",
          "add-not-null-column",
          "set-not-null");

  @Test
  void aFewWrongLettersAreForgiven() {
    assertThat(NearestWord.to("drop-tabel", RULES)).contains("drop-table");
    assertThat(NearestWord.to("drop-colum", RULES)).contains("drop-column");
  }

  @Test
  void aLetterIsRatherLeftOutThanAdded() {
    assertThat(NearestWord.to("--formt", List.of("--form", "--format"))).contains("--format");
  }

  @Test
  void aBeginningStandsForTheOnlyWordThatBeginsSo() {
    assertThat(NearestWord.to("add-not-null", RULES)).contains("add-not-null-column");
    assertThat(NearestWord.to("drop-column-takes", RULES))
        .contains("drop-column-takes-constraints");
    assertThat(NearestWord.to("drop-", RULES)).isEmpty();
  }

  @Test
  void nothingIsGuessedFromOneOrTwoLettersOrFromAnotherWord() {
    assertThat(NearestWord.to("ad", RULES)).isEmpty();
    assertThat(NearestWord.to("rename-view", RULES)).isEmpty();
  }
}
