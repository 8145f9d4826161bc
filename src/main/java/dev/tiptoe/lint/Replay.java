package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.layout.Section;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;

/** Takes in what migrations did that are not judged themselves. */
public final class Replay {

  private Replay() {}

  /** Applies what {@code script} does forward to {@code schema}. */
  public static void of(Script script, Runner runner, Catalog schema) {
    for (Section section : runner.sections(script)) {
      if (section.way() == Section.Way.UP) {
        replay(script, section, schema);
      }
    }
  }

  private static void replay(Script script, Section section, Catalog schema) {
    for (Statement statement : script.executed()) {
      if (section.span().covers(statement.span())) {
        for (Change change : statement.changes()) {
          schema.apply(change, statement.course(), script.file());
        }
      }
    }
  }
}
