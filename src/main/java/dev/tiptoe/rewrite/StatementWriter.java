package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.sql.Expression;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Writes statements and comments before and after the one that is looked at. */
final class StatementWriter {

  private final Context ctx;
  private final SourceFile file;
  private final Statement statement;
  private final Span frame;
  private final String separator;
  private final String newline;
  private final String indentation;
  private final boolean startsLine;

  StatementWriter(Context ctx) {
    this.ctx = ctx;
    this.file = ctx.file();
    this.statement = ctx.statement();
    this.frame = ctx.frame();
    this.separator = ctx.runner().separator();
    this.newline = file.newline();
    int start = frame.start();
    String before = file.text(new Span(file.lineSpan(start).start(), start)).replace("\uFEFF", "");
    this.startsLine = before.isBlank();
    this.indentation = startsLine ? before : "";
  }

  /** Whether a comment can stand on a line of its own above the statement. */
  boolean hasLineAbove() {
    return startsLine;
  }

  String newline() {
    return newline;
  }

  String indentation() {
    return indentation;
  }

  /** A statement's text with the delimiter that is in force here. */
  String ended(String sql) {
    return statement.separator().equals(";") ? sql + ";" : sql + " " + statement.separator();
  }

  /** A row that gets a value from us was not changed by its owner, and should not say so. */
  private static String kept(Context ctx, Name table, Name filled) {
    StringBuilder kept = new StringBuilder();
    for (String column : ctx.schema().timestampsOfUpdates(table)) {
      if (!column.equalsIgnoreCase(filled.last())) {
        kept.append(", ").append(column).append(" = ").append(column);
      }
    }
    return kept.toString();
  }

  /** {@code UPDATE t SET c = value WHERE c IS NULL}. */
  static String fill(Context ctx, Scope scope, Name table, Name column, Expression value) {
    return ctx.keyword("UPDATE")
        + (scope.only() ? " " + ctx.keyword("ONLY") : "")
        + " "
        + table
        + " "
        + ctx.keyword("SET")
        + " "
        + column.last()
        + " = "
        + value.sql()
        + kept(ctx, table, column)
        + " "
        + ctx.keyword("WHERE")
        + " "
        + column.last()
        + " "
        + ctx.keyword("IS NULL");
  }

  /** {@code ALTER TABLE t}, with ONLY and IF EXISTS as the author wrote them. */
  static String alterTable(Context ctx, Scope scope, Name table) {
    return ctx.keyword("ALTER TABLE")
        + (scope.ifExists() ? " " + ctx.keyword("IF EXISTS") : "")
        + (scope.only() ? " " + ctx.keyword("ONLY") : "")
        + " "
        + table;
  }

  /** Puts lines above the statement. */
  List<TextEdit> before(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    StringBuilder text = new StringBuilder();
    if (!startsLine) {
      text.append(newline);
    }
    for (String line : lines) {
      text.append(line).append(separatorAfter(line)).append(newline).append(indentation);
    }
    return List.of(TextEdit.insert(frame.start(), text.toString()));
  }

  /** Puts lines below the statement, and its delimiter if it has none. */
  List<TextEdit> after(List<String> lines) {
    List<TextEdit> edits = new ArrayList<>();
    int end = endOfStatement();
    StringBuilder text = new StringBuilder();
    // A separator that follows the statement comes to follow the last line instead.
    int at = separator.isEmpty() ? endOfLine(end) : end;
    if (statement.delimiter().isEmpty() && !isFramed()) {
      String delimiter = ended("");
      if (at == end) {
        text.append(delimiter);
      } else {
        edits.add(TextEdit.insert(end, delimiter));
      }
    }
    text.append(separator);
    for (int i = 0; i < lines.size(); i++) {
      text.append(newline).append(indentation).append(lines.get(i));
      text.append(i < lines.size() - 1 ? separatorAfter(lines.get(i)) : "");
    }
    if (isMoreOnLine(endOfLine(at))) {
      text.append(newline);
    }
    edits.add(TextEdit.insert(at, text.toString()));
    return edits;
  }

  /** Comments belong to the statement below them. */
  private String separatorAfter(String line) {
    return line.startsWith("--") ? "" : separator;
  }

  /** Whether markers of the tool close the statement, behind its delimiter. */
  private boolean isFramed() {
    return frame.end() > Math.max(statement.delimiter().end(), statement.span().end());
  }

  private int endOfStatement() {
    if (isFramed() || !statement.delimiter().isEmpty()) {
      return frame.end();
    }
    int end = statement.span().end();
    if (ctx.target().dialect().isMySqlLike()) {
      // The statement may be wrapped in a comment that the server executes.
      int mark = end;
      while (mark < file.text().length() && Character.isWhitespace(file.text().charAt(mark))) {
        mark++;
      }
      if (file.text().startsWith("*/", mark)) {
        return mark + 2;
      }
    }
    return end;
  }

  /**
   * The end of the line if nothing but a comment follows the statement there, else the end of the
   * statement.
   */
  private int endOfLine(int end) {
    String text = file.text();
    Span line = file.lineSpan(Math.max(end - 1, 0));
    String rest = text.substring(end, Math.max(end, line.end())).strip();
    boolean comment =
        rest.startsWith("--")
            || (rest.startsWith("#") && ctx.target().dialect().isMySqlLike())
            || (rest.startsWith("/*") && rest.indexOf("*/") == rest.length() - 2);
    return comment ? line.end() : end;
  }

  private boolean isMoreOnLine(int at) {
    int end = file.lineSpan(Math.max(at - 1, 0)).end();
    return at < end && !file.text().substring(at, end).isBlank();
  }
}
