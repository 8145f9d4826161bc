package dev.tiptoe.rules;

import dev.tiptoe.ddl.TypeChange.AlterDomain;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A constraint of a domain is held against each table that has a column of it. */
public final class DomainConstraintValidates extends Rule<AlterDomain> {

  public DomainConstraintValidates() {
    super(AlterDomain.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AlterDomain alter, Context ctx) {
    List<Table> tables =
        ctx.schema().tablesOf(alter.type()).stream()
            .filter(t -> !ctx.nobodyWaitsFor(t.name()))
            .toList();
    boolean isKnown = ctx.schema().domain(alter.type().name()).isPresent();
    if (!tables.isEmpty() || !isKnown) {
      operation(alter)
          .flatMap(ctx::effect)
          .filter(Effect::isLongAndBlocks)
          .ifPresent(effect -> report(alter, tables, effect, ctx));
    }
  }

  private static Optional<String> operation(AlterDomain alter) {
    return switch (alter.action()) {
      case SET_NOT_NULL -> Optional.of("domain_set_not_null");
      case ADD_CONSTRAINT -> Optional.of("domain_add_check");
      case VALIDATE_CONSTRAINT -> Optional.of("domain_validate_check");
      default -> Optional.empty();
    };
  }

  private static void report(AlterDomain alter, List<Table> tables, Effect effect, Context ctx) {
    String names =
        tables.isEmpty()
            ? "every table with a column of it"
            : tables.stream().map(t -> t.name().name()).collect(Collectors.joining(", "));
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        alter.span(),
        "The domain "
            + alter.type()
            + ": "
            + ctx.target()
            + " reads all rows of "
            + names
            + " while writes to it wait ("
            + effect.lock()
            + ").",
        "VALIDATE CONSTRAINT of a domain does the same, so NOT VALID only puts it off. A CHECK on each table instead can be validated while writes go on.");
  }
}
