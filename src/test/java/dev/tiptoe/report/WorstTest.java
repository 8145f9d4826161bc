package dev.tiptoe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.lint.Severity;
import org.junit.jupiter.api.Test;

class WorstTest {

  @Test
  void theWorstStayAndTheOthersAreCounted() {
    Worst<String> worst = new Worst<>(3);
    worst.add(Severity.NOTE, "note", 1);
    worst.add(Severity.WARNING, "warning", 1);
    worst.add(Severity.ERROR, "error", 1);
    worst.add(Severity.ERROR, "second error", 1);
    worst.add(Severity.NOTE, "second note", 1);
    assertThat(worst.values()).containsExactly("error", "second error", "warning");
    assertThat(worst.dropped()).isEqualTo(2);
  }

  @Test
  void whatIsTooLargeForAllTheRoomTakesItFromNobody() {
    Worst<String> worst = new Worst<>(10);
    worst.add(Severity.NOTE, "small", 5);
    worst.add(Severity.ERROR, "large", 11);
    assertThat(worst.values()).containsExactly("small");
    assertThat(worst.dropped()).isEqualTo(1);
  }
}
