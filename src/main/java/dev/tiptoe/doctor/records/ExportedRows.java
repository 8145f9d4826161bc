package dev.tiptoe.doctor.records;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an export of a table holds, whatever its format.
 *
 * @param columns their names
 */
record ExportedRows(Set<String> columns, List<ExportedRow> rows) {

  /**
   * A row of the table.
   *
   * @param line where it begins, counted from 1
   * @param values by column; a column without one is NULL
   */
  record ExportedRow(int line, Map<String, String> values) {}
}
