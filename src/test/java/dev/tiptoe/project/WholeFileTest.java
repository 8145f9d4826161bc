package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  @Test
  void theOldFileIsThereUntilTheNewOneIsWhole() throws Exception {
    Path file = Files.writeString(folder.resolve("out.json"), "old");
    try (WholeFile whole = WholeFile.begin(file)) {
      whole.out().append("new");
      assertThat(file).hasContent("old");
      whole.keep();
    }
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**/.tiptoe*");
  }

  @Test
  void whatIsNotKeptLeavesNothingBehind() throws Exception {
    try (WholeFile whole = WholeFile.begin(folder.resolve("a/b/out.json"))) {
      whole.out().append("half");
    }
    assertThat(folder.resolve("a/b")).isEmptyDirectory();
  }

  @Test
  void aLinkStaysOne() throws Exception {
    Path file = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
    try (WholeFile whole = WholeFile.begin(link)) {
      whole.out().append("new");
      whole.keep();
    }
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aFolderIsNoPlaceForIt() {
    assertThatThrownBy(() -> WholeFile.begin(folder)).hasMessage("it is a folder");
  }

  @Test
  void aFileIsNoFolderForIt() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> WholeFile.begin(file.resolve("out.json")))
        .hasMessage("a file is where its folder would have to be");
  }
}
