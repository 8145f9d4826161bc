package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnChange.DropColumn;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.ddl.ObjectChange.CreateSchema;
import dev.tiptoe.ddl.ObjectChange.DropView;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TableChange.DropTable;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.StyleRule;
import dev.tiptoe.sql.Dialect;
import java.util.Optional;

/** What stopped half way is run once more, and then trips over what the first run has done. */
public final class NotRerunnable extends StyleRule<Change> {

  private static final String IF_NOT_EXISTS = "IF NOT EXISTS";
  private static final String IF_EXISTS = "IF EXISTS";

  public NotRerunnable() {
    super(Change.class);
  }

  @Override
  protected void check(Change change, Context ctx) {
    missing(change, ctx.target().is(Dialect.MYSQL))
        .filter(words -> isFirstOfStatement(ctx))
        .ifPresent(
            words ->
                report(
                    change.span(),
                    "Run once more, this statement fails, because what it did is done.",
                    "Write " + words + ".",
                    ctx));
  }

  private boolean isFirstOfStatement(Context ctx) {
    return ctx.isFirst(id() + " " + ctx.statement().span().start());
  }

  /** What this dialect lets one write, if it is not written. */
  private static Optional<String> missing(Change change, boolean isMySql) {
    if (change instanceof CreateTable create) {
      return missing(create.existence(), IF_NOT_EXISTS);
    }
    if (change instanceof DropTable drop) {
      return missing(drop.existence(), IF_EXISTS);
    }
    if (change instanceof DropView drop) {
      return missing(drop.existence(), IF_EXISTS);
    }
    if (change instanceof CreateSchema create) {
      return missing(create.existence(), IF_NOT_EXISTS);
    }
    return isMySql ? Optional.empty() : missingBeyondMySql(change);
  }

  private static Optional<String> missingBeyondMySql(Change change) {
    if (change instanceof AddColumn add) {
      return missing(add.existence(), IF_NOT_EXISTS);
    }
    if (change instanceof DropColumn drop) {
      return missing(drop.existence(), IF_EXISTS);
    }
    if (change instanceof AddIndex add) {
      return missing(add.existence(), IF_NOT_EXISTS);
    }
    return change instanceof DropIndex drop
        ? missing(drop.existence(), IF_EXISTS)
        : Optional.empty();
  }

  private static Optional<String> missing(Existence existence, String words) {
    return existence == Existence.STRICT ? Optional.of(words) : Optional.empty();
  }
}
