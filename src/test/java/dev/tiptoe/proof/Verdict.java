package dev.tiptoe.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/** What came of a trial. */
final class Verdict {

  private final String server;
  private final Trial trial;
  private final String number;
  private final List<String> problems = new ArrayList<>();
  private String fixed = "";
  private boolean asClaimed = true;
  private boolean found;
  private boolean refused;
  private boolean comparable;

  Verdict(String server, Trial trial, String number) {
    this.server = server;
    this.number = number;
    this.trial = trial;
  }

  String server() {
    return server;
  }

  /** The number that stands in the names of all that belongs to the trial. */
  String number() {
    return number;
  }

  Trial trial() {
    return trial;
  }

  List<String> problems() {
    return problems;
  }

  void problem(String text) {
    problems.add(text);
  }

  void problems(String where, List<String> texts) {
    texts.forEach(t -> problem(where + ": " + t));
  }

  void notAsClaimed(String text) {
    asClaimed = false;
    problem(text);
  }

  void found() {
    found = true;
  }

  void refused() {
    refused = true;
  }

  void rewritten(String sql) {
    fixed = sql;
  }

  /** Says that the schemas of the copies are to be compared. */
  void compare() {
    comparable = true;
  }

  boolean isComparable() {
    return comparable;
  }

  boolean isFound() {
    return found;
  }

  boolean isAsClaimed() {
    return asClaimed;
  }

  boolean isRewritten() {
    return !fixed.isEmpty();
  }

  boolean isAccepted() {
    return isRewritten() && problems.isEmpty();
  }

  boolean isRefused() {
    return refused;
  }

  DynamicTest test() {
    return DynamicTest.dynamicTest(trial.name(), () -> assertThat(problems).as(report()).isEmpty());
  }

  /** Everything a person needs to see what is wrong. */
  String report() {
    return "%s on %s%n%s%nscript:%n%s%n%srewritten:%n%s"
        .formatted(
            trial.name(),
            server,
            String.join("\n", problems),
            trial.sql(),
            trial.options().values().isEmpty() ? "" : "given: " + trial.options().values() + "\n",
            fixed.isEmpty() ? "not at all" : fixed);
  }
}
