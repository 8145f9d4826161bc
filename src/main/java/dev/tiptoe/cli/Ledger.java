package dev.tiptoe.cli;

import dev.tiptoe.config.Key;
import dev.tiptoe.config.Setting;
import dev.tiptoe.project.Told;
import dev.tiptoe.report.CheckedFile;
import dev.tiptoe.report.Report;
import dev.tiptoe.report.Summary;
import dev.tiptoe.report.Summary.Purpose;
import dev.tiptoe.report.Summary.Versions;
import dev.tiptoe.sql.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a run has come to so far, file by file, and with which code it therefore exits. */
final class Ledger {

  private final Surroundings surroundings;
  private final Report report;
  private final Narrator narrator;
  private final Summary summary;
  private final UnusedValues unusedValues;
  private final List<String> bugs = new ArrayList<>();
  private boolean failing;

  Ledger(Surroundings surroundings, Report report, LintRequest request, Narrator narrator) {
    this.narrator = narrator;
    this.surroundings = surroundings;
    this.report = report;
    this.summary = new Summary(request.purpose());
    this.unusedValues =
        new UnusedValues(request.given().all(Key.BACKFILL).stream().map(Setting::value).toList());
  }

  void add(CheckedFile checked, Settings settings) throws IOException {
    for (String crash : checked.result().crashes()) {
      bugs.add(checked.path());
      surroundings.out().flush();
      OwnBug.tell(surroundings.err(), crash);
    }
    unusedValues.lookAt(checked.result().script());
    summary.add(checked, settings.serverVersion().isPresent() ? Versions.GIVEN : Versions.ASSUMED);
    failing |= checked.result().findings().stream().anyMatch(checked::fails);
    if (summary.purpose() != Purpose.PREVIEW) {
      report.file(checked);
    }
  }

  /** Only files that are {@code words} are looked at. */
  void limitTo(String words) {
    summary.limitTo(words);
  }

  /**
   * A file is looked at next.
   *
   * @param replayed how many migrations before it were read because nobody had looked at them
   */
  void begin(String path, Told<Target> target, int replayed) {
    narrator.detail(
        path
            + ": for "
            + target.value()
            + " (by "
            + target.by()
            + ")"
            + (replayed == 0
                ? ""
                : replayed == 1
                    ? "; the migration before it was replayed"
                    : "; " + replayed + " migrations before it were replayed"));
  }

  /** A file that is for another database. */
  void addLeftOut(String path) {
    narrator.detail(path + ": left out, because it is for another database");
    summary.addLeftOut();
  }

  /** A file that could not be judged. */
  void addUnread(String path, String reason) {
    summary.addUnread(path, reason);
  }

  /** A file that should have got a new text and could not be written. */
  void addUnwritten() {
    summary.addUnwritten();
  }

  /** Something went wrong over a file that is no fault of its author's. */
  void addBug(String path, Throwable cause) {
    bugs.add(path);
    surroundings.out().flush();
    OwnBug.tell(surroundings.err(), path + ": " + cause, cause);
  }

  /** One file is done, whatever came of it. */
  void done() {
    surroundings.progress().step();
  }

  /** Says what was done as a whole. */
  void close() throws IOException {
    surroundings.out().flush();
    Problems.print(summary.unread(), surroundings.err());
    unusedValues.print(narrator);
    report.end(summary);
  }

  int exitCode() {
    if (!bugs.isEmpty()) {
      return ExitCode.OWN_BUG;
    }
    if (!summary.unread().isEmpty() || summary.unwritten() > 0) {
      return ExitCode.WRONG_USE;
    }
    boolean differs = summary.purpose() == Purpose.PREVIEW && summary.rewritten() > 0;
    return failing || differs ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
