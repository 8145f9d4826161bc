package dev.tiptoe.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiptoe.cli.Snippets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step of docs/github.md that comments, with a {@code gh} that only says what it would do. */
class GithubCommentTest {

  @TempDir Path folder;

  @Test
  void theFirstRunWritesAComment() throws Exception {
    assertThat(run("")).contains("pr comment 1 --body-file tiptoe.md").doesNotContain("PATCH");
  }

  @Test
  void theNextRunEditsIt() throws Exception {
    assertThat(run("4711"))
        .contains("api --method PATCH repos/acme/shop/issues/comments/4711 --field body=@tiptoe.md")
        .doesNotContain("pr comment");
  }

  private String run(String comment) throws Exception {
    Path gh = Files.createDirectories(folder.resolve("bin")).resolve("gh");
    Files.writeString(gh, "#!/bin/sh\necho \"$@\" >>calls\necho '" + comment + "'\n");
    assertThat(gh.toFile().setExecutable(true)).isTrue();
    Map<String, String> variables =
        Map.of(
            "PATH", gh.getParent() + ":" + System.getenv("PATH"),
            "GITHUB_REPOSITORY", "acme/shop",
            "PULL_REQUEST", "1");
    JsonNode steps = Yaml.text(Snippets.of("github.md", "yaml").get(3)).at("/jobs/tiptoe/steps");
    Shell shell = new Shell(GithubRunner.BASH, folder, variables);
    Shell.Result result = shell.run(steps.at("/2/run").textValue());
    assertThat(result.exit()).as(result.log()).isZero();
    return Files.readString(folder.resolve("calls"));
  }
}
