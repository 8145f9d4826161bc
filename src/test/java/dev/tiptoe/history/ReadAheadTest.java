package dev.tiptoe.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.history.ReadAhead.Planned;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {

  private static final Target POSTGRESQL = Target.oldest(Dialect.POSTGRESQL);
  private static final Target MYSQL = Target.oldest(Dialect.MYSQL);

  @TempDir Path folder;

  private final List<Planned> planned = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    for (int i = 0; i < 200; i++) {
      Path file = folder.resolve(i + ".sql");
      Files.writeString(file, "CREATE TABLE t" + i + " (a int);\nDROP TABLE `t" + i + "`;\n");
      planned.add(new Planned(file, "shown/" + i));
    }
  }

  @Test
  void scriptsAreTheSameAsThoseThatOneThreadReads() throws FileProblem {
    List<Script> alone = new ArrayList<>();
    ReadAhead idle = new ReadAhead(new DiskTree());
    for (Planned file : planned) {
      alone.add(Script.read(idle.read(file.file(), file.shown()), POSTGRESQL));
    }
    try (ReadAhead ahead = new ReadAhead(new DiskTree())) {
      ahead.start(planned);
      for (int i = 0; i < planned.size(); i++) {
        assertSame(script(ahead, planned.get(i), POSTGRESQL), alone.get(i));
      }
    }
  }

  @Test
  void filesMayBeLeftOutAndAskedForAgain() throws FileProblem {
    try (ReadAhead ahead = new ReadAhead(new DiskTree())) {
      ahead.start(planned);
      for (int i : List.of(3, 50, 7, 150, 150, 199, 0)) {
        Script script = script(ahead, planned.get(i), POSTGRESQL);
        assertThat(script.file().path()).isEqualTo("shown/" + i);
        assertThat(script.file().text()).startsWith("CREATE TABLE t" + i + " ");
      }
    }
  }

  @Test
  void aScriptIsForTheServerThatIsAskedFor() throws FileProblem {
    try (ReadAhead ahead = new ReadAhead(new DiskTree())) {
      ahead.start(planned);
      for (int i = 0; i < planned.size(); i++) {
        Target target = i % 3 == 0 ? MYSQL : POSTGRESQL;
        Script script = script(ahead, planned.get(i), target);
        assertSame(script, Script.read(script.file(), target));
      }
    }
  }

  @Test
  void whatIsWrongWithAFileIsToldWhenItIsAskedFor() throws Exception {
    Files.delete(planned.get(40).file());
    try (ReadAhead ahead = new ReadAhead(new DiskTree())) {
      ahead.start(planned);
      script(ahead, planned.get(39), POSTGRESQL);
      assertThatThrownBy(() -> script(ahead, planned.get(40), POSTGRESQL))
          .isInstanceOf(FileProblem.class);
      assertThat(script(ahead, planned.get(41), POSTGRESQL).statements()).hasSize(2);
    }
  }

  private static Script script(ReadAhead files, Planned file, Target target) throws FileProblem {
    SourceFile source = files.read(file.file(), file.shown());
    return files.script(source, target);
  }

  private static void assertSame(Script script, Script expected) {
    assertThat(script.file().path()).isEqualTo(expected.file().path());
    assertThat(script.file().text()).isEqualTo(expected.file().text());
    assertThat(script.target()).isEqualTo(expected.target());
    assertThat(script.statements()).isEqualTo(expected.statements());
    assertThat(script.comments()).isEqualTo(expected.comments());
  }
}
