package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.IndexPart.Form;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Index;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds what a file says of an index, a constraint or a column against what a server says. */
final class Definitions {

  private Definitions() {}

  static Likeness compare(Index wanted, Index found) {
    if (wanted.kind() != found.kind()
        || wanted.parts().size() != found.parts().size()
        || (wanted.coverage() == Coverage.EVERY_ROW) != (found.coverage() == Coverage.EVERY_ROW)) {
      return Likeness.DIFFERENT;
    }
    Likeness likeness = Likeness.SAME;
    for (int i = 0; i < wanted.parts().size(); i++) {
      likeness = likeness.and(compare(wanted.parts().get(i), found.parts().get(i)));
    }
    boolean partial = wanted.coverage() != Coverage.EVERY_ROW;
    return partial ? likeness.and(Likeness.UNCLEAR) : likeness;
  }

  /** The same expression has many spellings. */
  private static Likeness compare(IndexPart wanted, IndexPart found) {
    if (wanted.form() == Form.EXPRESSION && found.form() == Form.EXPRESSION) {
      return Likeness.UNCLEAR;
    }
    return Likeness.of(
        wanted.form() == found.form()
            && isDescending(wanted) == isDescending(found)
            && wanted.column().flatMap(c -> found.column().filter(c::sameLast)).isPresent());
  }

  private static boolean isDescending(IndexPart part) {
    return part.rest().toUpperCase(Locale.ROOT).contains("DESC");
  }

  static Likeness compare(Constraint wanted, Constraint found) {
    if (wanted.demand() != found.demand()) {
      return Likeness.DIFFERENT;
    }
    if (wanted.demand() == Demand.CHECK || wanted.demand() == Demand.EXCLUDE) {
      return Likeness.UNCLEAR;
    }
    Optional<Name> table = wanted.reference().map(r -> r.table());
    boolean same =
        sameNames(wanted.columns(), found.columns())
            && table
                .map(t -> found.reference().filter(r -> r.table().sameLast(t)).isPresent())
                .orElse(true);
    return Likeness.of(same);
  }

  static boolean sameNames(List<Name> names, List<Name> others) {
    if (names.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).sameLast(others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Of the lesser parts of a column's definition only some are spelt alike by all servers. */
  static Likeness compare(Map<Clause.Kind, String> wanted, Map<Clause.Kind, String> found) {
    if (wanted.equals(found)) {
      return Likeness.SAME;
    }
    for (Clause.Kind kind : List.of(Clause.Kind.AUTO_INCREMENT, Clause.Kind.ON_UPDATE)) {
      if (wanted.containsKey(kind) != found.containsKey(kind)) {
        return Likeness.DIFFERENT;
      }
    }
    return Likeness.UNCLEAR;
  }
}
