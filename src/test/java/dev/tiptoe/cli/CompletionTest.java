package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.proof.tools.Finished;
import dev.tiptoe.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The scripts complete in the shells that they are for; a shell that is not here is skipped. */
class CompletionTest {

  @TempDir Path folder;

  @BeforeEach
  void writeScripts() throws IOException {
    for (String shell : List.of("bash", "zsh", "fish")) {
      Session session = new Session(folder);
      assertThat(session.run("completion", shell)).as(session.err()).isZero();
      Files.writeString(folder.resolve("tiptoe." + shell), session.out());
    }
    Files.createDirectory(folder.resolve("migrations"));
  }

  @Test
  void bashCompletesCommandsOptionsAndTheirWords() throws IOException {
    assertThat(bash("tiptoe", "expl")).containsExactly("explain");
    assertThat(bash("tiptoe", "--form")).containsExactlyInAnyOrder("--form", "--format");
    assertThat(bash("tiptoe", "--format", "=", "js")).containsExactlyInAnyOrder("json", "jsonl");
    assertThat(bash("tiptoe", "--dialect", "=")).contains("postgresql", "mysql", "mariadb");
    assertThat(bash("tiptoe", "lint", "--dialect", "my")).containsExactly("mysql");
    assertThat(bash("tiptoe", "explain", "set-not")).containsExactly("set-not-null");
    assertThat(bash("tiptoe", "completion", "")).containsExactly("bash", "zsh", "fish", "--help");
    assertThat(bash("tiptoe", "migr")).as("left to bash, which completes files").isEmpty();
  }

  @Test
  void zshCompletesCommandsOptionsTheirWordsAndFiles() throws IOException {
    Path driver = folder.resolve("driver.zsh");
    Files.writeString(
        driver,
        """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'autoload -U compinit; compinit -D; source tiptoe.zsh; tiptoe() { print -r -- ANSWER $* }'
        for typed in 'expl' '--always' '--format=js' '--dialect mys' 'lint --stag' 'explain set-not' 'migr'; do
          zpty -w -n shell "tiptoe $typed"$'\\t\\n'
        done
        zpty -w shell exit
        while zpty -r shell line; do print -r -- $line; done
        """);
    assertThat(run(Stream.of("zsh", "-f", driver.toString())))
        .filteredOn(line -> line.startsWith("ANSWER"))
        .map(String::strip)
        .containsExactly(
            "ANSWER explain",
            "ANSWER --always-three-steps",
            "ANSWER --format=json",
            "ANSWER --dialect mysql",
            "ANSWER lint --staged",
            "ANSWER explain set-not-null",
            "ANSWER migrations");
  }

  @Test
  void fishCompletesCommandsOptionsTheirWordsAndFiles() throws IOException {
    assertThat(fish("tiptoe expl")).containsExactly("explain");
    assertThat(fish("tiptoe --form")).containsExactlyInAnyOrder("--form", "--format");
    assertThat(fish("tiptoe --format=js"))
        .containsExactlyInAnyOrder("--format=json", "--format=jsonl");
    assertThat(fish("tiptoe --dialect mys")).containsExactly("mysql");
    assertThat(fish("tiptoe lint --stag")).containsExactly("--staged");
    assertThat(fish("tiptoe explain set-not")).containsExactly("set-not-null");
    assertThat(fish("tiptoe migr")).containsExactly("migrations/");
    assertThat(fish("tiptoe rules migr")).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyScriptKnowsEveryCommandOptionAndRule() {
    return Stream.of("bash", "zsh", "fish")
        .map(
            shell ->
                DynamicTest.dynamicTest(
                    shell,
                    () ->
                        assertThat(folder.resolve("tiptoe." + shell))
                            .content()
                            .contains(Commands.tree().subcommands().keySet())
                            .contains(optionNames(Commands.tree()))
                            .contains(Rules.ALL.stream().map(Rule::id).toList())));
  }

  @Test
  void everyWordThatIsOfferedForAnOptionIsOneThatItTakes() {
    for (OptionSpec option : LintSpec.create().options()) {
      if (option.completionCandidates() != null) {
        List<String> words = new ArrayList<>();
        option.completionCandidates().forEach(words::add);
        Session session = new Session(folder);
        assertThat(session.run(option.longestName(), "nonsense")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(session.err()).contains(words).contains(words.get(words.size() - 1) + ".");
      }
    }
  }

  @Test
  void everyCommandOfTheTreeIsOneThatRuns() {
    for (String command : Commands.tree().subcommands().keySet()) {
      Session session = new Session(folder);
      assertThat(session.run(command, "--help")).as(command).isZero();
      assertThat(session.out()).startsWith("Usage: tiptoe");
    }
  }

  private static List<String> optionNames(CommandSpec command) {
    return command.options().stream().map(option -> option.longestName().substring(2)).toList();
  }

  private List<String> bash(String... words) throws IOException {
    String complete =
        "source tiptoe.bash; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _tiptoe;"
            + " [ ${#COMPREPLY[@]} = 0 ] || printf '%s\\n' \"${COMPREPLY[@]}\"";
    return run(Stream.concat(Stream.of("bash", "-c", complete, "bash"), Stream.of(words)));
  }

  private List<String> fish(String line) throws IOException {
    String complete = "source tiptoe.fish; complete -C $argv[1]";
    return run(Stream.of("fish", "--no-config", "-c", complete, line)).stream()
        .map(candidate -> candidate.split("\t", 2)[0])
        .toList();
  }

  private List<String> run(Stream<String> command) throws IOException {
    List<String> words = command.toList();
    try {
      return Finished.run(folder, Map.of("HOME", folder.toString()), words)
          .output()
          .lines()
          .toList();
    } catch (IOException e) {
      String skipped = "COMPLETION IS NOT TESTED: no " + words.get(0) + " on this machine";
      System.err.println("\n*** " + skipped + "\n");
      throw new TestAbortedException(skipped, e);
    }
  }
}
