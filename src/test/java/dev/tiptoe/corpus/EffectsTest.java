package dev.tiptoe.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.doctor.effects.Demanding;
import dev.tiptoe.doctor.effects.Prefix;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Wherever a real migration stopped, nothing is said of the database that is not so. */
class EffectsTest {

  private static final String WRONG = "told wrongly";
  private static final Report REPORT = new Report("6 prefixes of migrations");

  @AfterAll
  static void writeReport() {
    REPORT.write();
  }

  @Test
  void nothingWrongIsToldOfAPrefixOfARealMigration() {
    for (Chain chain : Chain.of(Corpus.read())) {
      Catalog now = new Catalog(Target.oldest(chain.dialect()));
      for (Migration migration : chain.migrations()) {
        Script script = Script.read(migration.source(), now.target());
        now.settle();
        if (script.statements().size() > 1 && Demanding.isMet(script, now)) {
          Prefix.of(script, now).forEach(prefix -> judge(chain, prefix));
        }
        script.statements().forEach(s -> Prefix.run(s, now, script));
      }
    }
    assertThat(REPORT.lines(WRONG)).isEmpty();
  }

  private static void judge(Chain chain, Prefix prefix) {
    List<String> wrong = prefix.wrong();
    wrong.forEach(w -> REPORT.line(WRONG, chain.name() + ": " + w));
    String dialect = chain.dialect().title();
    REPORT.count(dialect, "prefixes", 1);
    REPORT.count(dialect, "statements", prefix.effects().statements().size());
    REPORT.count(dialect, "statements of which nothing is told", (int) prefix.unknown());
  }
}
