package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.ConstraintChange.DropConstraint;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Index;
import dev.tiptoe.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An index that finds nothing which another does not find as well only makes writes slower. */
public final class DuplicateIndex extends Rule<AddIndex> {

  public DuplicateIndex() {
    super(AddIndex.class, Severity.NOTE);
  }

  @Override
  protected void check(AddIndex add, Context ctx) {
    Optional<Table> table = ctx.schema().table(add.table()).filter(t -> !t.isNew());
    Index own = Index.of(add);
    List<Index> known = table.map(Table::indexes).orElse(List.of());
    if (known.stream().noneMatch(i -> isCovered(own, i) || isCovered(i, own))) {
      return;
    }
    List<Index> others =
        known.stream()
            .filter(i -> add.name().filter(n -> isNamed(n, i)).isEmpty())
            .filter(i -> !isDroppedLater(i, ctx) && !makesWay(i, own))
            .toList();
    Optional<Index> larger = others.stream().filter(i -> isCovered(own, i)).findFirst();
    if (larger.isPresent()) {
      report(
          add,
          "This index is redundant: "
              + larger.get().name()
              + " on "
              + add.table()
              + " already covers it, for it begins with the same columns.",
          "Leave it out",
          ctx);
      return;
    }
    List<String> superfluous =
        others.stream()
            .filter(i -> i.source() == Index.Source.AUTHOR && isCovered(i, own))
            .filter(i -> others.stream().noneMatch(o -> !o.equals(i) && isCovered(i, o)))
            .map(Index::name)
            .filter(name -> ctx.isFirst(id() + " " + add.table().name() + " " + name))
            .toList();
    if (!superfluous.isEmpty()) {
      String names = Listing.of(superfluous);
      report(
          add,
          "This index makes "
              + names
              + " on "
              + add.table()
              + " redundant: it covers "
              + (superfluous.size() == 1 ? "that index" : "them")
              + ", for it begins with the same columns.",
          superfluous.stream().allMatch(name -> isMadeHere(name, ctx))
              ? "Leave " + names + " out"
              : "Drop " + names,
          ctx);
    }
  }

  private static void report(AddIndex add, String message, String advice, Context ctx) {
    ctx.report(
        Severity.NOTE, Hazard.NONE, add.span(), message, advice + ": every write gets cheaper.");
  }

  /** Whether the larger one serves every purpose of the smaller one. */
  private static boolean isCovered(Index smaller, Index larger) {
    if (!isOrdered(smaller)
        || !isOrdered(larger)
        || smaller.parts().size() > larger.parts().size()) {
      return false;
    }
    boolean sameSize = smaller.parts().size() == larger.parts().size();
    return (smaller.kind() == IndexKind.PLAIN || (larger.kind() == IndexKind.UNIQUE && sameSize))
        && parts(smaller).equals(parts(larger).subList(0, smaller.parts().size()));
  }

  /** MySQL drops the index that it made for a foreign key for one that serves the key as well. */
  private static boolean makesWay(Index index, Index own) {
    return index.source() == Index.Source.FOREIGN_KEY && index.parts().size() <= own.parts().size();
  }

  private static boolean isOrdered(Index index) {
    return (index.kind() == IndexKind.PLAIN || index.kind() == IndexKind.UNIQUE)
        && index.method().orElse("btree").equals("btree")
        && index.coverage() == Coverage.EVERY_ROW
        && index.others().isEmpty()
        && index.parts().stream().allMatch(p -> p.form() == IndexPart.Form.WHOLE);
  }

  private static List<String> parts(Index index) {
    return index.parts().stream().map(DuplicateIndex::text).toList();
  }

  /** Ascending order is what is meant where none is written. */
  private static String text(IndexPart part) {
    String rest = part.rest().toLowerCase(Locale.ROOT).strip();
    return part.column().map(Name::name).orElse("").toLowerCase(Locale.ROOT)
        + (rest.isEmpty() || rest.equals("asc") ? "" : " " + rest);
  }

  private static boolean isMadeHere(String index, Context ctx) {
    return ctx.earlierStatements().stream()
        .flatMap(s -> s.changes().stream())
        .filter(AddIndex.class::isInstance)
        .flatMap(c -> ((AddIndex) c).name().stream())
        .anyMatch(name -> name.name().equalsIgnoreCase(index));
  }

  private static boolean isDroppedLater(Index index, Context ctx) {
    return ctx.statements().stream()
        .filter(s -> s.span().start() >= ctx.statement().span().start())
        .flatMap(s -> s.changes().stream())
        .anyMatch(
            c ->
                (c instanceof DropIndex drop && isNamed(drop.index(), index))
                    || (c instanceof DropConstraint key && isNamed(key.constraint(), index)));
  }

  private static boolean isNamed(Name name, Index index) {
    return name.name().equalsIgnoreCase(index.name());
  }
}
