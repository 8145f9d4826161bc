package dev.tiptoe.doctor;

import dev.tiptoe.doctor.ExportedRows.ExportedRow;
import dev.tiptoe.text.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code _prisma_migrations} from what clients of databases export: JSON, separated values
 * with a header, or the tables they draw.
 */
public final class RunsExport {

  private static final String NAME = "migration_name";
  private static final String FINISHED = "finished_at";
  private static final String ROLLED_BACK = "rolled_back_at";

  private final SourceFile file;

  private RunsExport(SourceFile file) {
    this.file = file;
  }

  /**
   * The rows in their order.
   *
   * @throws ExportProblem if the text is no such export, or lacks what tells how a run ended
   */
  public static List<Run> read(SourceFile file) throws ExportProblem {
    String text = file.text();
    return new RunsExport(text.startsWith("\uFEFF") ? file.withText(text.substring(1)) : file)
        .runs();
  }

  private List<Run> runs() throws ExportProblem {
    String text = file.text().strip();
    if (text.isEmpty()) {
      throw new ExportProblem(file, 1, "it is empty.");
    }
    ExportedRows table =
        JsonRows.isJson(text) ? JsonRows.read(file, NAME) : SeparatedRows.read(file, NAME);
    List<Run> runs = new ArrayList<>();
    for (ExportedRow row : table.rows()) {
      demand(table, row, NAME);
      demand(table, row, FINISHED);
      demand(table, row, ROLLED_BACK);
      runs.add(run(row));
    }
    return runs;
  }

  private void demand(ExportedRows table, ExportedRow row, String column) throws ExportProblem {
    if (!table.columns().contains(column)) {
      throw new ExportProblem(file, row.line(), "the column " + column + " is missing.");
    }
  }

  private Run run(ExportedRow row) throws ExportProblem {
    String name =
        value(row, NAME)
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () -> new ExportProblem(file, row.line(), "this row has no " + NAME + "."));
    return new Run(
        // A run without an id would count as one that nobody has recorded.
        value(row, "id").orElse(name),
        name,
        value(row, "checksum"),
        time(row, "started_at"),
        time(row, FINISHED),
        time(row, ROLLED_BACK),
        value(row, "logs"),
        steps(row));
  }

  private static Optional<String> value(ExportedRow row, String column) {
    return Optional.ofNullable(row.values().get(column));
  }

  private Optional<Instant> time(ExportedRow row, String column) throws ExportProblem {
    Optional<String> text = value(row, column).filter(written -> !written.isBlank());
    Optional<Instant> time = text.flatMap(WrittenTime::read);
    if (text.isPresent() && time.isEmpty()) {
      throw new ExportProblem(
          file,
          row.line(),
          "%s is \"%s\", which is no time like 2026-11-21 19:19:10.924+00."
              .formatted(column, text.get()));
    }
    return time;
  }

  /** Prisma writes 0 or 1; some of its first versions counted. */
  private static int steps(ExportedRow row) {
    return value(row, "applied_steps_count").filter(count -> !count.equals("0")).isPresent()
        ? 1
        : 0;
  }
}
