package dev.tiptoe.doctor;

import dev.tiptoe.doctor.Diagnosis.Part;
import dev.tiptoe.doctor.effects.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a diagnosis for people: what happened, what is there, what to do, and what not. */
public final class DiagnosisText {

  private final Appendable out;
  private final Difference difference;
  private int number;

  /** Shows how a file changes. */
  public interface Difference {
    String of(String path, String before, String after);
  }

  public DiagnosisText(Appendable out, Difference difference) {
    this.out = out;
    this.difference = difference;
  }

  /** Writes all of it. */
  public void write(Diagnosis diagnosis) {
    line(diagnosis.happened());
    diagnosis.remarks().forEach(this::line);
    if (!diagnosis.parts().isEmpty()) {
      line("");
      line("Statement by statement:");
      number = 0;
      diagnosis.parts().forEach(this::part);
    }
    if (!diagnosis.isHealthy()) {
      line("");
      line("What to do (" + diagnosis.ailment().id() + ": " + diagnosis.ailment().title() + "):");
      number = 0;
      treatment(diagnosis.treatment());
    }
  }

  private void part(Part part) {
    item(Words.oneLine(part.sql()));
    block(word(part.presence()) + (part.evidence().isEmpty() ? "" : ": " + part.evidence()));
  }

  private static String word(Presence presence) {
    return switch (presence) {
      case DONE -> "done";
      case NOT_DONE -> "not done";
      case PARTLY -> "partly done";
      case UNKNOWN -> "unknown";
    };
  }

  /** What was done in a step, in one line. */
  public static String done(Step step) {
    if (step instanceof Step.Execute execute) {
      return "ran " + Words.oneLine(execute.sql());
    }
    if (step instanceof Step.Note note) {
      return "wrote what " + note.command() + " writes";
    }
    return step instanceof Step.Rewrite rewrite ? "rewrote " + rewrite.file().path() : "";
  }

  private void treatment(Treatment treatment) {
    boolean inSql = false;
    for (Step step : treatment.steps()) {
      if (step instanceof Step.Execute execute) {
        if (!inSql) {
          item("Run this SQL:");
        }
        block(execute.sql() + ";");
      } else {
        other(step);
      }
      inSql = step instanceof Step.Execute;
    }
    treatment.afterwards().forEach(this::item);
    if (!treatment.notThese().isEmpty()) {
      line("");
      treatment.notThese().forEach(this::line);
    }
  }

  private void other(Step step) {
    if (step instanceof Step.Note note) {
      item(note.command());
    } else if (step instanceof Step.Rewrite rewrite) {
      item("Rewrite " + rewrite.file().path() + ":");
      block(difference.of(rewrite.file().path(), rewrite.file().text(), rewrite.newText()));
    } else if (step instanceof Step.ByHand byHand) {
      item(byHand.what());
      block(byHand.how());
    }
  }

  private void line(String text) {
    try {
      out.append(text).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void item(String text) {
    number++;
    line("  " + number + ". " + text);
  }

  private void block(String text) {
    text.lines().forEach(line -> line(line.isEmpty() ? "" : "     " + line));
  }
}
