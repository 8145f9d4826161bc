package dev.tiptoe.history;

import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Replay;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.SourceReader;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import java.nio.file.Path;
import java.util.Optional;

/** The schema that the first migration meets. */
public final class StartingSchema {

  private StartingSchema() {}

  /** What a dump made by pg_dump or mysqldump holds; nothing is known without one. */
  public static Catalog read(Optional<Path> dump, Target target) throws FileProblem {
    Catalog schema = new Catalog(target);
    if (dump.isEmpty()) {
      return schema;
    }
    try {
      Script script = Script.read(SourceReader.read(dump.get(), dump.get().toString()), target);
      Replay.of(script, Runner.unknown(), schema);
      schema.settle();
      return schema;
    } catch (FileProblem e) {
      throw new FileProblem(
          "the schema that it starts from, " + dump.get().getFileName() + ", " + e.reason());
    }
  }
}
