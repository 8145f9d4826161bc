package dev.tiptoe.doctor;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.SourceFile;
import java.util.List;

/** One part of a treatment, in the order in which it is carried out. */
public sealed interface Step {

  /** A statement to run in the database. */
  record Execute(String sql, Commit commit) implements Step {}

  /** Whether a statement may share a transaction with others. */
  enum Commit {
    WITH_OTHERS,
    /** It commits by itself, or the server takes it in no transaction. */
    ALONE;

    /** That of plain DDL, which MySQL and MariaDB commit by itself. */
    static Commit of(Dialect dialect) {
      return dialect.isMySqlLike() ? ALONE : WITH_OTHERS;
    }
  }

  /**
   * What is written into the table of the tool.
   *
   * @param command of the tool that writes just that
   */
  record Note(String command, List<Write> writes) implements Step {
    public Note {
      writes = List.copyOf(writes);
    }
  }

  /** A statement with its parameters, of which none is a password. */
  record Write(String sql, List<Object> parameters) {
    public Write {
      parameters = List.copyOf(parameters);
    }
  }

  /** A migration that gets a new text before it runs again. */
  record Rewrite(SourceFile file, String newText) implements Step {}

  /**
   * What only a person can do.
   *
   * @param how commands or SQL, line by line; may be empty
   */
  record ByHand(String what, String how) implements Step {}
}
