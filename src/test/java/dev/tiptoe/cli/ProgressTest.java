package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final String LINE = "\rtiptoe: 1,204 of 5,000 files";
  private static final String GONE = "\r" + " ".repeat(LINE.length() - 1) + "\r";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);
  private long now;

  @Test
  void aShortRunShowsNothing() {
    Progress progress = begin();
    later(499);
    step(progress, 5_000);
    progress.clear();
    assertThat(screen()).isEmpty();
  }

  @Test
  void aLongRunRewritesOneLineAFewTimesASecond() {
    Progress progress = begin();
    step(progress, 1_203);
    later(500);
    step(progress, 1);
    assertThat(screen()).isEqualTo(LINE);
    step(progress, 1);
    assertThat(screen()).isEqualTo(LINE);
    later(100);
    step(progress, 1);
    assertThat(screen()).isEqualTo(LINE + "\rtiptoe: 1,206 of 5,000 files");
  }

  @Test
  void theLineGoesBeforeAnythingElseIsPrintedAndComesBackWithTheNextFile() {
    Progress progress = begin();
    PrintStream report = progress.before(terminal);
    step(progress, 1_203);
    later(500);
    step(progress, 1);
    report.print("a.sql:1:1\n");
    report.flush();
    step(progress, 1);
    assertThat(screen()).isEqualTo(LINE + GONE + "a.sql:1:1\n" + "\rtiptoe: 1,205 of 5,000 files");
  }

  @Test
  void theLineIsTakenAwayOnce() {
    Progress progress = begin();
    step(progress, 1_203);
    later(500);
    step(progress, 1);
    progress.clear();
    progress.clear();
    assertThat(screen()).isEqualTo(LINE + GONE);
  }

  @Test
  void nothingIsShownWhileNobodyKnowsHowManyFilesThereAre() {
    Progress progress = new Progress(terminal, () -> now);
    later(1_000);
    progress.step();
    assertThat(screen()).isEmpty();
  }

  private Progress begin() {
    Progress progress = new Progress(terminal, () -> now);
    progress.expect(5_000);
    return progress;
  }

  private static void step(Progress progress, int times) {
    for (int i = 0; i < times; i++) {
      progress.step();
    }
  }

  private void later(long milliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  private String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
