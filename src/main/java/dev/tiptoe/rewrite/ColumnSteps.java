package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.AddedColumn;
import dev.tiptoe.lint.Context;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Expression;
import dev.tiptoe.sql.Fragment;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three steps for one column, in pieces: edits of its definition, and the text of what follows.
 */
final class ColumnSteps {

  /** Where the value stands as a default while rows are filled. */
  enum Placement {
    /** In the ADD COLUMN itself: existing rows have it at once, and no row is touched. */
    IN_ADD,
    /** Set after the ADD: rows inserted meanwhile have it, the UPDATE does the rest. */
    AFTER_ADD,
    /** Nowhere: the value cannot be a default here. */
    NOWHERE
  }

  private final Context ctx;
  private final Target target;
  private final SourceFile file;
  private final AddColumn add;
  private final ColumnDef column;
  private final Backfill.Value value;
  private final Optional<Expression> finalDefault;
  private final Placement placement;

  ColumnSteps(Context ctx, AddColumn add, Backfill.Value value, Optional<Expression> finalDefault) {
    this.ctx = ctx;
    this.target = ctx.target();
    this.file = ctx.file();
    this.add = add;
    this.column = add.column();
    this.value = value;
    this.finalDefault = finalDefault;
    this.placement = placement();
  }

  AddColumn add() {
    return add;
  }

  Backfill.Value value() {
    return value;
  }

  Placement placement() {
    boolean otherDefault =
        finalDefault.isPresent() && value.source() != Backfill.Source.OWN_DEFAULT;
    if (otherDefault) {
      // Existing rows get one value and new rows another.
      return Placement.AFTER_ADD;
    }
    if (AddedColumn.fillsForFree(column.type(), value.expression(), target)) {
      return Placement.IN_ADD;
    }
    boolean own = value.source() == Backfill.Source.OWN_DEFAULT;
    if (!own && !value.expression().canBeDefault()) {
      return Placement.NOWHERE;
    }
    boolean literal =
        value.expression().kind() == Expression.Kind.CONSTANT
            && AddedColumn.takesLiteralDefault(column.type(), target);
    return literal || AddedColumn.takesExpressionDefault(target)
        ? Placement.AFTER_ADD
        : Placement.NOWHERE;
  }

  /** Whether the default that helps along goes again in the third step. */
  boolean dropsDefault() {
    return finalDefault.isEmpty() && placement != Placement.NOWHERE;
  }

  /** Step 1: what changes in the column's definition. */
  List<TextEdit> definitionEdits() {
    List<Clause> cut = new ArrayList<>();
    column.clause(Kind.NOT_NULL).ifPresent(cut::add);
    column.clause(Kind.PRIMARY_KEY).ifPresent(cut::add);
    boolean replacesDefault =
        placement != Placement.IN_ADD || value.source() != Backfill.Source.OWN_DEFAULT;
    if (replacesDefault) {
      column.clause(Kind.DEFAULT).ifPresent(cut::add);
    }
    String written = "";
    if (target.dialect().isMySqlLike()) {
      // A TIMESTAMP without NULL may be NOT NULL all the same.
      written = ctx.keyword("NULL");
    }
    if (placement == Placement.IN_ADD && replacesDefault) {
      written += (written.isEmpty() ? "" : " ") + defaultClause();
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Clause clause : cut) {
      if (written.isEmpty()) {
        edits.addAll(delete(clause.span()));
      } else {
        edits.addAll(replace(clause.span(), written));
        written = "";
      }
    }
    if (placement == Placement.AFTER_ADD && target.is(Dialect.POSTGRESQL)) {
      edits.add(
          TextEdit.insert(
              add.span().end(),
              ", " + ctx.keyword("ALTER COLUMN") + " " + columnName() + " " + setDefault()));
    }
    return edits;
  }

  /**
   * What stands between step 1 and step 2: MySQL and MariaDB set a default only in a statement of
   * its own.
   */
  List<String> betweenSteps() {
    if (placement != Placement.AFTER_ADD || target.is(Dialect.POSTGRESQL)) {
      return List.of();
    }
    if (AddedColumn.takesLiteralDefault(column.type(), target)) {
      return List.of(
          alterTable()
              + " "
              + ctx.keyword("ALTER COLUMN")
              + " "
              + columnName()
              + " "
              + setDefault());
    }
    // MySQL's ALTER COLUMN refuses a default for TEXT, BLOB and JSON (error 1101); its MODIFY takes
    // it.
    return List.of(
        alterTable()
            + " "
            + ctx.keyword("MODIFY")
            + " "
            + columnName()
            + " "
            + definitionWithout(Kind.NOT_NULL, Kind.DEFAULT)
            + " "
            + ctx.keyword("NULL DEFAULT")
            + " "
            + defaultValue(finalDefault.orElse(value.expression())));
  }

  /** Step 2. */
  String update() {
    return StatementWriter.fill(ctx, add.scope(), add.table(), column.name(), value.expression());
  }

  /** Step 3: the actions of its ALTER TABLE. */
  List<String> requireActions() {
    List<String> actions = new ArrayList<>();
    actions.add(target.dialect().isMySqlLike() ? modify() : setNotNull());
    actions.addAll(actionsAfterwards());
    return actions;
  }

  /** What else step 3 does, once the column is NOT NULL. */
  List<String> actionsAfterwards() {
    List<String> actions = new ArrayList<>();
    if (dropsDefault() && !target.dialect().isMySqlLike()) {
      actions.add(dropDefaultAction());
    }
    column.clause(Kind.PRIMARY_KEY).map(this::primaryKey).ifPresent(actions::add);
    return actions;
  }

  /** The name that the author gave to the NOT NULL; empty if none. */
  Optional<String> notNullName() {
    return column.clause(Kind.NOT_NULL).map(Clause::constraint).filter(name -> !name.isEmpty());
  }

  boolean addsPrimaryKey() {
    return column.has(Kind.PRIMARY_KEY);
  }

  /** The action that takes NOT NULL away again. */
  String takeBack() {
    if (target.is(Dialect.POSTGRESQL)) {
      return ctx.keyword("ALTER COLUMN") + " " + columnName() + " " + ctx.keyword("DROP NOT NULL");
    }
    return ctx.keyword("MODIFY")
        + " "
        + columnName()
        + " "
        + definitionWithout(Kind.NOT_NULL, Kind.NULL, Kind.DEFAULT)
        + " "
        + ctx.keyword("NULL");
  }

  /**
   * The action that takes the default away again. MariaDB's DROP DEFAULT leaves a DEFAULT
   * CURRENT_TIMESTAMP where it is, and MySQL's leaves a trace of it; MODIFY does not, and is as
   * quick.
   */
  String dropDefaultAction() {
    boolean byModify =
        target.dialect().isMySqlLike() && value.expression().kind() == Expression.Kind.CURRENT_TIME;
    return byModify
        ? modify()
        : ctx.keyword("ALTER COLUMN") + " " + columnName() + " " + ctx.keyword("DROP DEFAULT");
  }

  private String modify() {
    return ctx.keyword("MODIFY") + " " + columnName() + " " + wholeDefinition();
  }

  /** {@code DEFAULT value}. */
  String defaultClause() {
    return ctx.keyword("DEFAULT") + " " + defaultValue(value.expression());
  }

  /** {@code ALTER TABLE t}, with ONLY and IF EXISTS as the author wrote them. */
  String alterTable() {
    return StatementWriter.alterTable(ctx, add.scope(), add.table());
  }

  private String setDefault() {
    Expression expression = finalDefault.orElse(value.expression());
    return ctx.keyword("SET DEFAULT") + " " + defaultValue(expression);
  }

  private String defaultValue(Expression expression) {
    boolean literal =
        expression.kind() == Expression.Kind.CONSTANT
            && AddedColumn.takesLiteralDefault(column.type(), target);
    boolean bare =
        target.is(Dialect.POSTGRESQL)
            || literal
            || expression.sql().startsWith("(")
            || (placement == Placement.IN_ADD && expression.kind() == Expression.Kind.CURRENT_TIME);
    return bare ? expression.sql() : "(" + expression.sql() + ")";
  }

  /** From PostgreSQL 18 on a NOT NULL has a name of its own, which SET NOT NULL cannot give. */
  private String setNotNull() {
    Optional<String> named = notNullName();
    if (named.isPresent() && target.is(Dialect.POSTGRESQL, 18, 0, 0)) {
      return ctx.keyword("ADD CONSTRAINT")
          + " "
          + named.get()
          + " "
          + ctx.keyword("NOT NULL")
          + " "
          + columnName();
    }
    return ctx.keyword("ALTER COLUMN") + " " + columnName() + " " + ctx.keyword("SET NOT NULL");
  }

  private String primaryKey(Clause clause) {
    String name =
        clause.constraint().isEmpty()
            ? ""
            : ctx.keyword("CONSTRAINT") + " " + clause.constraint() + " ";
    return ctx.keyword("ADD") + " " + name + ctx.keyword("PRIMARY KEY") + " (" + columnName() + ")";
  }

  private String wholeDefinition() {
    String text = finalDefault.isEmpty() ? definitionWithout(Kind.DEFAULT) : definitionWithout();
    return column.has(Kind.NOT_NULL) ? text : text + " " + ctx.keyword("NOT NULL");
  }

  /**
   * MODIFY forgets what it does not repeat, and would add a second key for a UNIQUE that it does.
   */
  private String definitionWithout(Kind... kinds) {
    List<Span> without = new ArrayList<>();
    for (Clause clause : column.clauses()) {
      boolean left =
          switch (clause.kind()) {
            case FIRST, AFTER, UNIQUE, PRIMARY_KEY, REFERENCES, TIMING -> true;
            case CHECK -> target.is(Dialect.MYSQL);
            default -> List.of(kinds).contains(clause.kind());
          };
      if (left) {
        without.add(clause.span());
      }
    }
    Span definition = new Span(column.type().span().start(), column.span().end());
    return Fragment.of(file.text(), definition, without, target);
  }

  Name name() {
    return column.name();
  }

  private String columnName() {
    return column.name().last();
  }

  private List<TextEdit> delete(Span clause) {
    List<Span> parts = Fragment.parts(file.text(), clause, target);
    List<TextEdit> edits = new ArrayList<>();
    for (Span part : parts) {
      edits.add(TextEdit.delete(withSpaceBefore(part)));
    }
    return edits;
  }

  /** Puts {@code text} in a clause's place; a comment inside the clause stays. */
  private List<TextEdit> replace(Span clause, String text) {
    List<Span> parts = Fragment.parts(file.text(), clause, target);
    List<TextEdit> edits = new ArrayList<>();
    edits.add(TextEdit.replace(parts.get(0), text));
    for (Span part : parts.subList(1, parts.size())) {
      edits.add(TextEdit.delete(part));
    }
    return edits;
  }

  private Span withSpaceBefore(Span span) {
    int start = span.start();
    while (start > 0
        && (file.text().charAt(start - 1) == ' ' || file.text().charAt(start - 1) == '\t')) {
      start--;
    }
    return new Span(start, span.end());
  }
}
