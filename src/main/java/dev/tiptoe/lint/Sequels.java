package dev.tiptoe.lint;

import dev.tiptoe.layout.Follower;
import dev.tiptoe.layout.Follower.Unit;
import dev.tiptoe.lint.Sequel.Block;
import dev.tiptoe.lint.Sequel.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers what the fixes of one file leave to later migrations: one for each step. */
final class Sequels {

  private final List<Sequel> all;
  private final List<Stage> stages;

  Sequels(List<Sequel> all) {
    this.all = all;
    this.stages =
        Stream.of(Stage.values())
            .filter(stage -> all.stream().anyMatch(s -> s.stage() == stage))
            .toList();
  }

  /**
   * The migrations that follow.
   *
   * @param name of the migration that they follow, for people
   */
  List<Follower> after(String name) {
    List<Follower> followers = new ArrayList<>();
    for (Stage stage : stages) {
      List<Sequel> here = all.stream().filter(s -> s.stage() == stage).toList();
      int number = followers.size() + 2;
      Set<String> comments = new LinkedHashSet<>();
      comments.add(
          "-- Step %d of %d after %s: %s"
              .formatted(number, stages.size() + 1, name, here.get(0).purpose()));
      here.forEach(s -> comments.addAll(s.notes()));
      followers.add(
          new Follower(
              number + "_" + stage.word(),
              List.copyOf(comments),
              statements(here),
              down(here),
              here.stream().anyMatch(s -> s.block().isPresent())
                  ? Unit.NO_TRANSACTION
                  : Unit.AS_USUAL));
    }
    return followers;
  }

  /** Those that need the same routine share one, for it may have to be alone in its file. */
  private static List<String> statements(List<Sequel> sequels) {
    List<String> statements = new ArrayList<>();
    Set<Optional<Block>> blocks = new LinkedHashSet<>();
    sequels.forEach(s -> blocks.add(s.block()));
    for (Optional<Block> block : blocks) {
      List<String> inside =
          sequels.stream().filter(s -> Objects.equals(s.block(), block)).map(Sequel::sql).toList();
      if (block.isEmpty()) {
        statements.addAll(inside);
      } else {
        statements.addAll(block.get().before());
        statements.add(
            block.get().opening()
                + "\n"
                + String.join("\n", inside).indent(2)
                + block.get().closing());
        statements.addAll(block.get().after());
      }
    }
    return statements;
  }

  /** The way back goes from the last to the first. */
  private static List<String> down(List<Sequel> sequels) {
    List<String> down = new ArrayList<>();
    sequels.forEach(s -> s.down().ifPresent(down::add));
    Collections.reverse(down);
    return down;
  }
}
