package dev.tiptoe.doctor.records;

import dev.tiptoe.doctor.records.ExportedRows.ExportedRow;
import dev.tiptoe.doctor.records.SeparatedText.Cell;
import dev.tiptoe.doctor.records.SeparatedText.Row;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a table of which the first row names the columns. */
final class SeparatedRows {

  private static final char[] SEPARATORS = {',', '\t', ';', '|'};

  private final SourceFile file;
  private final String wanted;

  private SeparatedRows(SourceFile file, String wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /**
   * The rows below the first line that names a column {@code wanted}; what is above it is not part
   * of the table.
   */
  static ExportedRows read(SourceFile file, String wanted) throws ExportProblem {
    return new SeparatedRows(file, wanted).read();
  }

  private ExportedRows read() throws ExportProblem {
    int header = headerStart();
    List<Row> rows = rows(header);
    List<String> columns = names(rows.get(0));
    List<Row> body = rows.stream().skip(1).filter(row -> !isFooter(row)).toList();
    NullSpelling nulls = NullSpelling.of(times(columns, body));
    List<ExportedRow> read = new ArrayList<>();
    for (Row row : body) {
      read.add(new ExportedRow(row.line(), values(columns, row, nulls)));
    }
    return new ExportedRows(new LinkedHashSet<>(columns), read);
  }

  private int headerStart() throws ExportProblem {
    int at = 0;
    while (at < file.text().length()) {
      if (file.text(file.lineSpan(at)).toLowerCase(Locale.ROOT).contains(wanted)) {
        return at;
      }
      at = file.nextLineStart(at);
    }
    throw new ExportProblem(file, 1, "no header line names the column " + wanted + ".");
  }

  private List<Row> rows(int header) throws ExportProblem {
    Optional<String> ruler = ruler(header);
    if (ruler.isPresent()) {
      return AlignedText.rows(file, header, ruler.get());
    }
    for (char separator : SEPARATORS) {
      if (file.text(file.lineSpan(header)).indexOf(separator) >= 0) {
        return SeparatedText.rows(file, header, separator);
      }
    }
    throw new ExportProblem(
        file,
        file.line(header),
        "one column is not enough, or no comma, tab, semicolon or bar separates them.");
  }

  private Optional<String> ruler(int header) {
    String below = file.text(file.lineSpan(file.nextLineStart(header)));
    return Optional.of(below)
        .filter(AlignedText::isRuler)
        .filter(ruler -> AlignedText.isPartOfRow(file.text(file.lineSpan(header)), ruler));
  }

  private static List<String> names(Row header) {
    return header.cells().stream().map(cell -> cell.text().toLowerCase(Locale.ROOT)).toList();
  }

  /** The count of rows that psql writes below them. */
  private static boolean isFooter(Row row) {
    String first = row.cells().get(0).text();
    return row.cells().size() == 1 && first.startsWith("(") && first.endsWith(")");
  }

  private static List<Cell> times(List<String> columns, List<Row> rows) {
    List<Cell> times = new ArrayList<>();
    for (Row row : rows) {
      for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
        if (columns.get(i).endsWith("_at")) {
          times.add(row.cells().get(i));
        }
      }
    }
    return times;
  }

  private Map<String, String> values(List<String> columns, Row row, NullSpelling nulls)
      throws ExportProblem {
    if (row.cells().size() != columns.size()) {
      throw new ExportProblem(
          file,
          row.line(),
          "the header names %d columns, but this row has %d values."
              .formatted(columns.size(), row.cells().size()));
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.cells().get(i);
      if (!nulls.isNull(cell)) {
        values.put(columns.get(i), cell.text());
      }
    }
    return values;
  }
}
