package dev.tiptoe.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellScriptsTest {

  private static final List<String> SH = List.of("sh", "-e");

  @Test
  void shellcheckFindsNothingInThem() throws Exception {
    Shell here = new Shell(SH, Path.of("."), Map.of());
    assumeTrue(here.run("command -v shellcheck").exit() == 0, "this test needs shellcheck");
    assertThat(here.run("shellcheck packaging/action/*.sh bench/run").log()).isEmpty();
  }
}
