package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.EditPlan;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * A form of the statement that is looked at which lets others go on, but which PostgreSQL refuses
 * in a transaction.
 *
 * @param fix what writes it; empty if the tool would run it in a transaction or nobody knows
 * @param plan what is done about it, or what a person has to do first
 */
public record Concurrently(Optional<Fix> fix, String plan) {

  private static final String REFUSED = "; PostgreSQL refuses it in a transaction";

  /**
   * The form if the tool can run it here, else the reason why not.
   *
   * @param form what it is and does, as a sentence without its full stop: CREATE INDEX CONCURRENTLY
   *     lets writes go on
   * @param title of the fix
   * @param edits what write it in place of the statement
   */
  public static Concurrently of(Context ctx, String form, String title, List<TextEdit> edits) {
    Optional<String> obstacle = obstacle(ctx, edits);
    return obstacle.isPresent()
        ? new Concurrently(Optional.empty(), form + obstacle.get())
        : new Concurrently(
            Optional.of(new Fix(title, Fix.Safety.SAFE, edits)), form + ": --fix writes it.");
  }

  /** For a statement of which no edit can make that form. */
  public static Concurrently refused(String reason) {
    return new Concurrently(Optional.empty(), reason);
  }

  /** Why nothing is written for a table that is not known as a whole, as the end of a sentence. */
  public static String unknown(Context ctx, Name table) {
    boolean doubted = ctx.schema().table(table).filter(Table::isDoubted).isPresent();
    return (doubted
            ? "code that Tiptoe does not read may have changed " + table
            : "the CREATE TABLE of " + table + " is not known here")
        + ", so make sure that it is not partitioned.";
  }

  /** Why the form cannot be written, and what to do, as the end of a sentence. */
  private static Optional<String> obstacle(Context ctx, List<TextEdit> edits) {
    if (ctx.statement().isNested()) {
      return Optional.of(elsewhere(ctx));
    }
    Optional<String> need = ctx.runner().concurrently();
    if (need.isPresent()) {
      return Optional.of(". " + need.get());
    }
    return !hasTransaction(ctx) && commitsAlone(ctx, edits)
        ? Optional.empty()
        : Optional.of(elsewhere(ctx));
  }

  private static boolean hasTransaction(Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(SessionChange.Transaction.class::isInstance);
  }

  /** What a file of one statement becomes may decide how its tool runs it. */
  private static boolean commitsAlone(Context ctx, List<TextEdit> edits) {
    if (ctx.statements().size() > 1) {
      return ctx.transaction().size() < 2 && ctx.wrapping() == Wrapping.EACH_STATEMENT;
    }
    EditPlan plan = new EditPlan();
    plan.add(edits);
    Script next = Script.read(ctx.file().withText(plan.applyTo(ctx.file().text())), ctx.target());
    int place = ctx.statement().span().start();
    return ctx.transaction().size() < 2
        && ctx.runner().sections(next).stream()
            .filter(s -> s.span().end() > place)
            .findFirst()
            .filter(s -> s.wrapping() == Wrapping.EACH_STATEMENT)
            .isPresent();
  }

  private static String elsewhere(Context ctx) {
    Optional<String> remedy = remedy(ctx);
    return remedy.isPresent()
        ? REFUSED + ": " + remedy.get() + "."
        : REFUSED + ", and it is not known whether this file runs in one.";
  }

  /**
   * What has to be done for a statement that is refused in a transaction; empty if nobody knows.
   */
  public static Optional<String> remedy(Context ctx) {
    if (ctx.statement().isNested()) {
      return Optional.of("write it as a statement of its own, not in code");
    }
    if (hasTransaction(ctx)) {
      return Optional.of("write it outside of BEGIN and COMMIT");
    }
    Optional<String> migration =
        ctx.runner().outsideTransaction().map(m -> "give it a migration of its own " + m);
    return ctx.wrapping() == Wrapping.UNKNOWN
        ? migration
        : migration.or(
            () ->
                Optional.of(
                    ctx.runner()
                        + " runs every migration in one, so run it by hand before you deploy and write IF NOT EXISTS or IF EXISTS here"));
  }
}
