package dev.tiptoe.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExperimentsFileTest {

  @Test
  void anOperationHasWhatItsSectionsSay() {
    ExperimentsFile file =
        ExperimentsFile.read(
            """
            -- fixture
            CREATE TABLE t (
              a int
            );

            -- let sequence
            CREATE SEQUENCE sq;

            -- let rows
            SELECT count(*) FROM t;

            -- Words that open no section are prose.

            -- operation add_b on t since 12 until 16
            ALTER TABLE t ADD COLUMN b int;
            UPDATE t SET b = 1;
            -- given sequence
            CREATE VIEW v AS SELECT 'a;b';
            -- session
            SET timezone = 'UTC';
            -- gives rows
            """);

    assertThat(file.fixture()).containsExactly("CREATE TABLE t (\n  a int\n)");
    assertThat(file.experiments())
        .containsExactly(
            new Experiment(
                "add_b",
                "t",
                Optional.of(new Version(12, 0, 0)),
                Optional.of(new Version(16, 0, 0)),
                List.of("CREATE SEQUENCE sq", "CREATE VIEW v AS SELECT 'a;b'"),
                List.of("SET timezone = 'UTC'"),
                List.of("ALTER TABLE t ADD COLUMN b int", "UPDATE t SET b = 1"),
                Optional.of("SELECT count(*) FROM t")));
  }

  @Test
  void anOperationIsForTheServersItNames() {
    Experiment experiment =
        ExperimentsFile.read("-- operation a on t since 12 until 16").experiments().get(0);

    assertThat(experiment.isFor(new Version(11, 22, 0))).isFalse();
    assertThat(experiment.isFor(new Version(12, 22, 0))).isTrue();
    assertThat(experiment.isFor(new Version(16, 15, 0))).isTrue();
    assertThat(experiment.isFor(new Version(17, 11, 0))).isFalse();
  }

  @Test
  void aNameThatNothingHasIsRefused() {
    assertThatThrownBy(() -> ExperimentsFile.read("-- operation a on t\n-- given rows"))
        .hasMessage("nothing is called rows");
  }
}
