package dev.tiptoe.rules;

import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.List;

/**
 * A schema, or a database of MySQL, takes everything along that is in it; without CASCADE
 * PostgreSQL drops none but an empty one.
 */
public final class DropSchema extends Rule<ObjectChange.DropSchema> {

  public DropSchema() {
    super(ObjectChange.DropSchema.class, Severity.WARNING);
  }

  @Override
  protected void check(ObjectChange.DropSchema drop, Context ctx) {
    boolean mySqlLike = ctx.target().dialect().isMySqlLike();
    if (ctx.schema().isNewSchema(drop.schema())
        || (!mySqlLike && drop.behavior() == DropBehavior.RESTRICT)) {
      return;
    }
    List<String> tables = ctx.schema().tablesIn(drop.schema()).stream().map(Name::last).toList();
    ctx.report(
        Severity.WARNING,
        Hazard.LOSES,
        drop.span(),
        drop.schema().last()
            + " is dropped with everything in it"
            + (tables.isEmpty() ? "" : ": " + Listing.of(tables))
            + ".",
        "Drop the tables one by one, so that a reader sees what goes"
            + (mySqlLike
                ? "; and look whether other applications use this database."
                : ", and then the schema without CASCADE, which is refused if anything is left."));
  }
}
