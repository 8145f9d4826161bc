package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.doctor.effects.Facet.Kind;
import dev.tiptoe.doctor.effects.Rehearsal.Played;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is seen in a database of what a statement touches, in words. */
final class Evidence {

  private final Script script;
  private final Rehearsal rehearsal;
  private final Sight sight;

  Evidence(Script script, Rehearsal rehearsal, Sight sight) {
    this.script = script;
    this.rehearsal = rehearsal;
    this.sight = sight;
  }

  String of(int number, Statement statement) {
    Map<Facet, Optional<Object>> wanted = new LinkedHashMap<>();
    for (int i = 0; i < rehearsal.steps().size(); i++) {
      Played step = rehearsal.steps().get(i);
      if (step.statement() == number) {
        for (Facet facet : step.touched()) {
          wanted.put(facet, rehearsal.after(i, facet));
        }
      }
    }
    if (wanted.isEmpty()) {
      return statement.changes().stream().anyMatch(RowChange.class::isInstance)
          ? "what it does to rows leaves no trace in the schema"
          : "what it does leaves no trace in the schema";
    }
    Spelling spelling = Spelling.of(script, statement);
    Set<String> sentences = new LinkedHashSet<>();
    Set<Facet> things = new LinkedHashSet<>();
    wanted.keySet().forEach(f -> things.add(thing(f)));
    for (Facet thing : things) {
      if (thing.kind() == Kind.TABLE
          || !wanted.containsKey(thing.table())
          || isThere(thing.table())) {
        sentences.add(sentence(thing, wanted, spelling));
      }
    }
    return String.join("; ", sentences);
  }

  private String sentence(Facet thing, Map<Facet, Optional<Object>> wanted, Spelling spelling) {
    String name = spelling.of(thing);
    if (sight.isInvalid(thing)) {
      return name + " is there, but invalid: its build did not finish";
    }
    if (!isThere(thing)) {
      return "there is no " + name;
    }
    boolean newThing = wanted.containsKey(thing);
    List<String> details =
        wanted.entrySet().stream()
            .filter(e -> !e.getKey().equals(thing) && thing(e.getKey()).equals(thing))
            .filter(e -> !newThing || sight.compare(e.getKey(), e.getValue()) == Likeness.DIFFERENT)
            .flatMap(e -> detail(e.getKey()).stream())
            .toList();
    if (newThing) {
      return name + " is there" + (details.isEmpty() ? "" : ", but " + String.join(", ", details));
    }
    return name + (details.isEmpty() ? " is there" : " " + String.join(", ", details));
  }

  private Optional<String> detail(Facet facet) {
    return sight
        .found(facet)
        .flatMap(
            found ->
                Optional.ofNullable(
                    switch (facet.kind()) {
                      case TYPE -> "is of type " + found;
                      case NULLABILITY ->
                          found == Nullability.NULLABLE ? "may hold NULL" : "holds no NULL";
                      case DEFAULT ->
                          ((Optional<?>) found)
                              .map(d -> "has the default " + d)
                              .orElse("has no default");
                      case INDEX_DEFINITION -> "is not the one that is made here";
                      case CONSTRAINT_DEFINITION -> "demands something else";
                      case VALIDITY -> found == Validity.VALIDATED ? "validated" : "not validated";
                      case ENUM_VALUES ->
                          "has the values "
                              + String.join(
                                  ", ", ((List<?>) found).stream().map(String::valueOf).toList());
                      default -> null;
                    }));
  }

  private boolean isThere(Facet thing) {
    return sight.found(thing).filter(Boolean.TRUE::equals).isPresent();
  }

  /** That of which a facet is one. */
  private static Facet thing(Facet facet) {
    return facet.as(
        switch (facet.kind()) {
          case TYPE, NULLABILITY, DEFAULT, ATTRIBUTES -> Kind.COLUMN;
          case INDEX_DEFINITION -> Kind.INDEX;
          case CONSTRAINT_DEFINITION, VALIDITY -> Kind.CONSTRAINT;
          case ENUM_VALUES -> Kind.ENUM;
          default -> facet.kind();
        });
  }
}
