package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** Says what the server does to make keys, constraints or indexes of one table. */
final class Building {

  private Building() {}

  /** As a sentence without its full stop; {@code what} is {@code "the primary key"}. */
  static String of(String what, Optional<Name> name, Name table, Effect effect, Context ctx) {
    return "To add "
        + what
        + name.map(n -> " " + n.last()).orElse("")
        + " to "
        + table
        + ", "
        + ctx.target()
        + " "
        + effect.text();
  }

  /** The same for several of one table; {@code what} is {@code "foreign keys"}. */
  static String of(
      String what, List<Optional<Name>> names, Name table, Effect effect, Context ctx) {
    List<String> known = names.stream().flatMap(Optional::stream).map(Name::last).toList();
    String all = "the " + names.size() + " " + what;
    return "To add "
        + (known.size() == names.size() ? all + " " + Listing.of(known) : all)
        + " to "
        + table
        + ", each time "
        + ctx.target()
        + " "
        + effect.text();
  }

  /**
   * That reads wait too, as a sentence, where something else keeps the table locked for all
   * meanwhile.
   */
  static String readers(Change change, Name table, Context ctx) {
    if (!ctx.target().is(Dialect.POSTGRESQL)) {
      return "";
    }
    boolean here =
        ctx.statement().changes().stream()
            .anyMatch(other -> !other.equals(change) && Fills.locks(other, table, ctx));
    return here
        ? " Reads wait too, because another action of the statement needs ACCESS EXCLUSIVE."
        : Fills.locking(table, ctx)
            .map(
                earlier ->
                    " Reads wait too, because line "
                        + ctx.file().line(earlier.span().start())
                        + " locks the table (ACCESS EXCLUSIVE) until the transaction ends"
                        + SharedTransaction.condition(ctx)
                        + ".")
            .orElse("");
  }
}
