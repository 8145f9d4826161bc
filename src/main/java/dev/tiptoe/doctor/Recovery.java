package dev.tiptoe.doctor;

import dev.tiptoe.db.AppLock;
import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockName;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.text.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Carries treatments out, one after another, until the tool goes on or a person is needed. It may
 * be stopped anywhere: whoever examines the database next finds what is left to do.
 */
public final class Recovery {

  /** Longer than Prisma waits for the same lock, as another doctor may be at work. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(60);

  /** Puts new texts into files. */
  public interface Writer {
    void replace(SourceFile file, String newText) throws FileProblem;
  }

  /** Hears of each step as it is done. */
  public interface Listener {
    void did(Diagnosis diagnosis, Step step);
  }

  private final Doctor doctor;
  private final Tool tool;
  private final Database database;
  private final Writer writer;
  private final Listener listener;

  public Recovery(Doctor doctor, Tool tool, Database database, Writer writer, Listener listener) {
    this.doctor = doctor;
    this.tool = tool;
    this.database = database;
    this.writer = writer;
    this.listener = listener;
  }

  /**
   * Goes on as long as there is consent.
   *
   * @param consent asked before each treatment
   * @return what is left; healthy if all is well
   */
  public Diagnosis run(Predicate<Diagnosis> consent) throws DatabaseProblem, FileProblem {
    Diagnosis diagnosis = doctor.diagnose(database);
    if (diagnosis.ailment() == Ailment.RUNNING) {
      // What runs may be another doctor, that leaves nothing to do.
      try (Locks ended = lock()) {
        diagnosis = ended.areHeld() ? doctor.diagnose(database) : diagnosis;
      }
    }
    while (!diagnosis.isHealthy() && consent.test(diagnosis)) {
      try (Locks locks = lock()) {
        if (!locks.areHeld()) {
          return doctor.diagnose(database);
        }
        Diagnosis now = doctor.diagnose(database);
        if (now.isSameAs(diagnosis)) {
          carryOut(now);
          now = doctor.diagnose(database);
          if (now.isSameAs(diagnosis)) {
            return now.with(List.of("What was done has not helped."));
          }
        }
        diagnosis = now;
      }
    }
    return diagnosis;
  }

  private record Locks(boolean areHeld, List<AppLock> held) implements AutoCloseable {
    @Override
    public void close() {
      held.forEach(AppLock::close);
    }
  }

  /** So that two that start together do it once. */
  private Locks lock() throws DatabaseProblem {
    List<AppLock> held = new ArrayList<>();
    for (LockName name : tool.locks(database)) {
      Optional<AppLock> lock = database.lock(name, LOCK_WAIT);
      if (lock.isEmpty()) {
        return new Locks(false, held);
      }
      held.add(lock.get());
    }
    return new Locks(true, held);
  }

  private void carryOut(Diagnosis diagnosis) throws DatabaseProblem, FileProblem {
    List<Step> together = new ArrayList<>();
    for (Step step : diagnosis.treatment().steps()) {
      if (step instanceof Step.Rewrite rewrite) {
        writer.replace(rewrite.file(), rewrite.newText());
        listener.did(diagnosis, rewrite);
      } else if (step instanceof Step.Execute execute && execute.commit() == Step.Commit.ALONE) {
        commit(diagnosis, together);
        database.run(execute.sql());
        listener.did(diagnosis, execute);
      } else {
        together.add(step);
      }
    }
    commit(diagnosis, together);
  }

  private void commit(Diagnosis diagnosis, List<Step> together) throws DatabaseProblem {
    if (together.isEmpty()) {
      return;
    }
    List<Step> steps = List.copyOf(together);
    together.clear();
    database.transaction(
        () -> {
          for (Step step : steps) {
            if (step instanceof Step.Execute execute) {
              database.run(execute.sql());
            } else if (step instanceof Step.Note note) {
              for (Step.Write write : note.writes()) {
                database.update(write.sql(), write.parameters().toArray());
              }
            }
          }
        });
    steps.forEach(step -> listener.did(diagnosis, step));
  }
}
