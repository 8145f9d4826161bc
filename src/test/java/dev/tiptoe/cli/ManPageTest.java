package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.manual.Subcommands;
import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {

  @TempDir Path folder;

  @Test
  void groffTypesetsItWithoutAWarning() throws IOException {
    Path page = Files.writeString(folder.resolve("tiptoe.1"), page());
    Finished groff;
    try {
      groff =
          Finished.run(
              folder,
              Map.of("GROFF_NO_SGR", "1"),
              List.of("groff", "-man", "-ww", "-Tascii", page.toString()));
    } catch (IOException e) {
      System.err.println("\n*** THE MANUAL PAGE IS NOT TYPESET: no groff on this machine\n");
      throw new TestAbortedException("no groff", e);
    }
    String text = groff.output().replaceAll(".\b", "");
    assertThat(text)
        .doesNotContain("tiptoe.1:")
        .contains("NAME\n       tiptoe - finds")
        .contains("\n       --format=FORMAT\n              text (the default)")
        .contains("\n   tiptoe explain\n")
        .contains("EXAMPLES\n       tiptoe     ");
  }

  @Test
  void itHoldsEveryCommandAndEveryOption() {
    String page = page();
    Subcommands.of(Commands.tree())
        .forEach(
            (name, command) -> {
              assertThat(page).contains(".SS tiptoe " + name + "\n");
              for (OptionSpec option : command.options()) {
                assertThat(page).contains(option.longestName().replace("-", "\\-"));
              }
            });
  }

  @Test
  void aLineOfTextIsNeverTakenForAnInstruction() {
    assertThat(page().lines().filter(line -> line.startsWith("'"))).isEmpty();
    assertThat(page().lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|nf|fi)( .*)?"));
  }

  private String page() {
    Session session = new Session(folder);
    assertThat(session.run("man")).isZero();
    return session.out();
  }
}
