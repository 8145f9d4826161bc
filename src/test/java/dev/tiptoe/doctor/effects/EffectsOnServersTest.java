package dev.tiptoe.doctor.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.db.Address;
import dev.tiptoe.db.Database;
import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.db.Patience;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Script;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers spell anew what they are told; as much is told of them as of a catalogue in mind. */
@Tag("servers")
class EffectsOnServersTest {

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));

  @ParameterizedTest
  @EnumSource
  void whereverAMigrationStoppedIsSeen(ServerKind kind) throws Exception {
    List<String> wrong = new ArrayList<>();
    List<Sample> samples = Sample.fit(kind.server().dialect());
    for (Sample sample : samples) {
      wrong.addAll(tryOut(kind, sample));
    }
    assertThat(samples).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  private static List<String> tryOut(ServerKind kind, Sample sample) throws Exception {
    List<String> wrong = new ArrayList<>();
    try (var scratch = kind.server().freshDatabase();
        Connection connection = scratch.connect();
        java.sql.Statement runs = connection.createStatement();
        Database database = Database.open(Address.of(scratch.url()), PATIENCE)) {
      scratch.runScript(sample.before()).orThrow();
      Script script = sample.script(database.target());
      List<Prefix> inMind = Prefix.of(script, sample.catalog(database.target()));
      for (int ran = 0; ran <= script.statements().size(); ran++) {
        if (ran > 0) {
          runs.execute(script.file().text(script.statements().get(ran - 1).span()));
        }
        Effects effects = effects(database, script);
        wrong.addAll(new Prefix(script, ran, effects).wrong());
        if (contradict(effects, inMind.get(ran).effects())) {
          wrong.add(sample.file() + " after " + ran + ": " + effects);
        }
      }
    }
    return wrong;
  }

  /** What is certain in mind may be open on a server, which spells definitions in its own way. */
  private static boolean contradict(Effects seen, Effects inMind) {
    for (int i = 0; i < seen.statements().size(); i++) {
      Presence presence = seen.statements().get(i).presence();
      if (presence != Presence.UNKNOWN && presence != inMind.statements().get(i).presence()) {
        return true;
      }
    }
    return false;
  }

  private static Effects effects(Database database, Script script) throws Exception {
    return Effects.of(script, script.statements(), LiveSchema.read(database, script), Clue.NONE);
  }
}
