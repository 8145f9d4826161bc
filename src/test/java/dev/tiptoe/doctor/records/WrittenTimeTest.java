package dev.tiptoe.doctor.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21 19:19:10.924+00",
        "2026-11-21 19:19:10.924000+00:00",
        "2026-11-21 20:19:10.924+01",
        "2026-11-21 15:49:10.924-0330",
        "2026-11-21 19:19:10.924 +0000",
        "2026-11-21T19:19:10.924Z",
        "2026-11-21T19:19:10.924",
        "2026-11-21 19:19:10.924",
        "2026-11-21 19:19:10.924 UTC",
        " 2026-11-21 19:19:10.924 ",
        "1795288750924"
      })
  void oneMomentIsWrittenInManyWays(String text) {
    assertThat(WrittenTime.read(text)).contains(Instant.parse("2026-11-21T19:19:10.924Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0000-00-00 00:00:00", "Nov 21, 2026", "2026-11-21", "12345"})
  void otherTextIsNoMoment(String text) {
    assertThat(WrittenTime.read(text)).isEmpty();
  }
}
