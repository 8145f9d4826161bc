package dev.tiptoe.doctor.effects;

import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What of a migration is in a database.
 *
 * @param statements each statement that runs, in its order
 */
public record Effects(List<StatementState> statements, Extent extent) {

  public Effects {
    statements = List.copyOf(statements);
  }

  /**
   * Works out what is there.
   *
   * @param statements those of the script that run, in their order
   */
  public static Effects of(Script script, List<Statement> statements, LiveSchema live, Clue clue) {
    Rehearsal rehearsal = Rehearsal.of(script.file(), statements, live.catalog());
    Sight sight = new Sight(live);
    Verdicts verdicts = new Verdicts(rehearsal, sight);
    BitSet prefixes = Prefixes.of(rehearsal, sight);
    List<Presence> presences =
        prefixes.isEmpty()
            ? verdicts.oneByOne()
            : verdicts.after(new Commits(statements, script.target()).narrow(prefixes, clue));
    Evidence evidence = new Evidence(script, rehearsal, sight);
    List<StatementState> states = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      states.add(
          new StatementState(
              statements.get(i), presences.get(i), evidence.of(i, statements.get(i))));
    }
    return new Effects(states, verdicts.extent(presences));
  }

  /**
   * What can be told without a look into the database.
   *
   * @param most the number of the statement that it can have come to
   */
  public static Effects told(Script script, List<Statement> statements, Clue clue, int most) {
    BitSet any = new BitSet();
    any.set(0, most + 1);
    BitSet prefixes = new Commits(statements, script.target()).narrow(any, clue);
    int least = prefixes.nextSetBit(0);
    int last = prefixes.length() - 1;
    List<StatementState> states = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Presence presence =
          i < least ? Presence.DONE : i >= last ? Presence.NOT_DONE : Presence.UNKNOWN;
      states.add(new StatementState(statements.get(i), presence, ""));
    }
    Extent extent =
        least < last
            ? Extent.UNKNOWN
            : least == 0 ? Extent.NOTHING : least == statements.size() ? Extent.ALL : Extent.SOME;
    return new Effects(states, extent);
  }
}
