package dev.tiptoe.doctor.records;

import dev.tiptoe.text.SourceFile;

/** Why an export of {@code _prisma_migrations} cannot be read, and how to make one that can. */
public final class ExportProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String WAY_OUT =
      """

      An export is CSV with a header line, or JSON, of all rows and columns. To make one:
        psql "$DATABASE_URL" -c "\\copy _prisma_migrations to 'runs.csv' csv header"
        mysql --batch -e 'SELECT * FROM _prisma_migrations' DATABASE > runs.tsv""";

  /**
   * @param line counted from 1
   */
  ExportProblem(SourceFile file, int line, String reason) {
    super(file.path() + ":" + line + ": " + reason + WAY_OUT);
  }

  /** The words to show: the place, the reason, then in further lines what to do. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
