package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of hooks. */
class HookBlockTest {

  private static final HookBlock BLOCK = new HookBlock("hook run", Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/bin/sh\nmake test\n",
        "#!/bin/sh\nmake test",
        "#!/bin/sh\r\nmake test\r\n",
        "#!/usr/bin/env bash",
        "#!/bin/sh\n\n\n# tiptoe\n",
        "#!/bin/sh\n# prüft alles\nexec make\n"
      })
  void whatIsTakenOutIsExactlyWhatWasPutIn(String text) {
    SourceFile hook = hook(text);
    SourceFile with = hook(BLOCK.in(hook));
    assertThat(with.text()).isNotEqualTo(text);
    assertThat(HookBlock.without(with, HookBlock.find(with).orElseThrow())).hasValue(text);
  }

  @Test
  void theLinesStandBelowTheShebangAndEndAsTheOthersDo() {
    String with = BLOCK.in(hook("#!/bin/sh\r\nmake test\r\n"));
    assertThat(with).startsWith("#!/bin/sh\r\n# >>> tiptoe").endsWith("\r\nmake test\r\n");
    assertThat(with.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void puttingTheLinesInTwiceIsPuttingThemInOnce() {
    String once = BLOCK.in(hook("#!/bin/sh\nmake test\n"));
    assertThat(BLOCK.in(hook(once))).isEqualTo(once);
  }

  @Test
  void otherLinesTakeThePlaceOfThoseThatSomebodyMoved() {
    String moved = "#!/bin/sh\nset -e" + BLOCK.alone().substring("#!/bin/sh".length()) + "make\n";
    String renewed = new HookBlock("hook run --fix", Optional.empty()).in(hook(moved));
    assertThat(renewed).isEqualTo(moved.replace("hook run", "hook run --fix"));
  }

  @Test
  void nothingIsLeftOfAHookThatDidNothingElse() {
    SourceFile hook = hook(BLOCK.alone());
    assertThat(HookBlock.without(hook, HookBlock.find(hook).orElseThrow())).isEmpty();
  }

  @Test
  void whatStandsBehindLinesThatLostTheirEndIsNotTakenForOurs() {
    String torn = BLOCK.alone().replace("# <<< tiptoe", "make test");
    assertThat(HookBlock.find(hook(torn))).isEmpty();
    SourceFile with = hook(BLOCK.in(hook(torn)));
    assertThat(HookBlock.without(with, HookBlock.find(with).orElseThrow())).hasValue(torn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/bin/sh",
        "#! /bin/bash -e",
        "#!/usr/bin/env bash",
        "#!/usr/bin/env -S zsh -f",
        "#!/bin/sh\r\n"
      })
  void shellsAreKnown(String text) {
    assertThat(HookBlock.isShell(hook(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "make test\n",
        "#!",
        "#!/usr/bin/env",
        "#!/usr/bin/env python3",
        "#!/usr/bin/fish",
        "#!/usr/bin/node\n#!/bin/sh\n"
      })
  void otherLanguagesAreNot(String text) {
    assertThat(HookBlock.isShell(hook(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/opt/it's here/tiptoe", "/opt/$HOME `pwd`/\"t\"", "/opt/töpfe/tiptoe"})
  void aShellReadsThePathOfTheLauncherAsItIs(String path) throws Exception {
    String line =
        new HookBlock("hook run", Optional.of(path))
            .alone()
            .lines()
            .filter(text -> text.contains("for tiptoe in"))
            .findFirst()
            .orElseThrow();
    Process shell =
        new ProcessBuilder("sh", "-c", line + " printf %s \"$tiptoe\"; break; done").start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(path);
  }

  private static SourceFile hook(String text) {
    return new SourceFile("pre-commit", text);
  }
}
