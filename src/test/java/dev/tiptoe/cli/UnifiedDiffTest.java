package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge is git: what it makes of the diff must be the new text, byte for byte. */
class UnifiedDiffTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a\\nb\\nc\\n, a\\nB\\nB2\\nc\\n",
    "a\\nb, a\\nB",
    "a\\nb, a\\nb\\n",
    "a\\nb\\n, a\\nb",
    "a\\r\\nb\\r\\n, a\\r\\nnew\\r\\nb\\r\\n",
    "a\\r\\nb, a\\r\\nnew\\r\\nb",
    "a, b\\na",
    "1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n10\\n11\\n12\\n, x\\n1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n10\\n11\\n12\\ny\\n",
  })
  void git_applies_it(String before, String after) throws IOException, InterruptedException {
    check("dir/a b.sql", unescape(before), unescape(after));
    check("a.sql", unescape(before), unescape(after));
  }

  private void check(String path, String before, String after)
      throws IOException, InterruptedException {
    Path file = Session.write(folder.resolve(path), before);
    Files.writeString(folder.resolve("the.diff"), UnifiedDiff.of(path, before, after));
    Process git;
    try {
      git =
          new ProcessBuilder("git", "apply", "--whitespace=nowarn", "the.diff")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "there is no git");
      return;
    }
    String said = new String(git.getInputStream().readAllBytes());
    assertThat(git.waitFor()).as(said).isZero();
    assertThat(Files.readString(file)).isEqualTo(after);
  }

  private static String unescape(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n");
  }
}
