package dev.tiptoe.rules;

import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** Rows follow when an enum's value gets another name; the application that still runs does not. */
public final class RenameEnumValue extends Rule<TypeChange.RenameEnumValue> {

  public RenameEnumValue() {
    super(TypeChange.RenameEnumValue.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(TypeChange.RenameEnumValue rename, Context ctx) {
    if (!ctx.schema().isNewType(rename.type())) {
      ctx.report(
          Severity.WARNING,
          Hazard.BREAKS,
          rename.span(),
          rename.value()
              + " of "
              + rename.type().last()
              + " is called "
              + rename.newValue()
              + " from then on, in all rows at once. Queries that still send "
              + rename.value()
              + " fail with error 22P02, and code that reads the rows meets a value it does not know.",
          "Go in steps: add "
              + rename.newValue()
              + " with ADD VALUE, deploy a version that knows both, UPDATE the rows, and let nobody write "
              + rename.value()
              + " any more."
              + (ctx.isPrisma()
                  ? " Or keep the value in the database and rename it in the schema alone, with @map."
                  : ""));
    }
  }
}
