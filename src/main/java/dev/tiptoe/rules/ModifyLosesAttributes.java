package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Backfill;
import dev.tiptoe.rewrite.LostAttributes;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** MODIFY and CHANGE take from a column whatever they do not repeat. */
public final class ModifyLosesAttributes extends Rule<RedefineColumn> {

  public ModifyLosesAttributes() {
    super(RedefineColumn.class, Severity.WARNING, MYSQL, MARIADB);
  }

  @Override
  protected void check(RedefineColumn redefine, Context ctx) {
    if (ctx.schema().isNew(redefine.table())) {
      return;
    }
    LostAttributes lost = LostAttributes.of(redefine, ctx);
    if (lost.isEmpty()) {
      return;
    }
    Optional<String> obstacle = ctx.statement().isNested() ? ctx.obstacle() : Optional.empty();
    List<TextEdit> edits = obstacle.isPresent() ? List.of() : lost.edits();
    ctx.report(
        Severity.WARNING,
        Hazard.CORRUPTS,
        redefine.definition().span(),
        redefine.column().last()
            + " loses "
            + lost.text()
            + ", because MODIFY and CHANGE drop whatever they do not repeat.",
        edits.isEmpty()
            ? "Repeat it if it is to stay. "
                + obstacle
                    .map(Backfill::nothingWritten)
                    .orElse(
                        "--fix leaves that to you, because it decides which values the column gets.")
            : "Repeat it if it is to stay, as --fix does. If it is to go, write `-- tiptoe:ignore modify-loses-attributes: <why>` above it.",
        edits.isEmpty()
            ? Optional.empty()
            : Optional.of(new Fix("repeat what the column has", Fix.Safety.NEEDS_REVIEW, edits)));
  }
}
