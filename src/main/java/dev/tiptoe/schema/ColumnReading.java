package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.schema.Column.Filled;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a column's definition in a file says: the column, and the constraints written inside it. */
final class ColumnReading {

  private final Target target;
  private final SourceFile file;

  ColumnReading(Target target, SourceFile file) {
    this.target = target;
    this.file = file;
  }

  Column read(ColumnDef def) {
    return new Column(
        def.name().last(),
        Optional.of(def.type()),
        isRequired(def) ? Nullability.NOT_NULL : Nullability.NULLABLE,
        def.clause(Kind.DEFAULT).map(c -> file.text(c.body())).or(() -> numbering(def)),
        Table.Origin.EXISTING,
        // What the server computes is nobody's to fill.
        def.computed() ? Filled.ALL : Filled.NONE,
        attributes(def));
  }

  /** The default of a serial column, which stays when its type becomes another. */
  private Optional<String> numbering(ColumnDef def) {
    boolean serial = target.is(Dialect.POSTGRESQL) && def.type().family() == TypeFamily.SERIAL;
    return serial ? Optional.of("nextval(...)") : Optional.empty();
  }

  /** What the server numbers holds no NULL. */
  private static boolean isRequired(ColumnDef def) {
    return def.required()
        || def.has(Kind.IDENTITY)
        || def.has(Kind.AUTO_INCREMENT)
        || def.type().family() == TypeFamily.SERIAL;
  }

  private Map<Kind, String> attributes(ColumnDef def) {
    Map<Kind, String> attributes = new EnumMap<>(Kind.class);
    for (Clause clause : def.clauses()) {
      switch (clause.kind()) {
        case CHARACTER_SET, COLLATE, COMMENT, ON_UPDATE, AUTO_INCREMENT, GENERATED, IDENTITY ->
            attributes.put(clause.kind(), file.text(clause.span()));
        case ATTRIBUTE ->
            attributes.merge(clause.kind(), file.text(clause.span()), (a, b) -> a + " " + b);
        default -> {}
      }
    }
    return Map.copyOf(attributes);
  }

  List<ConstraintChange.AddConstraint> constraints(Name table, ColumnDef def) {
    List<ConstraintChange.AddConstraint> constraints = new ArrayList<>();
    for (Clause clause : def.clauses()) {
      demand(clause.kind())
          .ifPresent(demand -> constraints.add(constraint(table, def, clause, demand)));
    }
    if (target.dialect().isMySqlLike()
        && def.type().family() == TypeFamily.SERIAL
        && !def.has(Kind.UNIQUE)) {
      constraints.add(constraint(table, def, Demand.UNIQUE, Optional.empty(), Optional.empty()));
    }
    return constraints;
  }

  private Optional<Demand> demand(Kind kind) {
    return Optional.ofNullable(
        switch (kind) {
          case PRIMARY_KEY -> Demand.PRIMARY_KEY;
          case UNIQUE -> Demand.UNIQUE;
          case CHECK -> Demand.CHECK;
          case REFERENCES -> readsReferences() ? Demand.FOREIGN_KEY : null;
          default -> null;
        });
  }

  /** MySQL before 9.0 and MariaDB before 10.5 read REFERENCES in a column and do nothing. */
  private boolean readsReferences() {
    return target.is(Dialect.POSTGRESQL)
        || target.is(Dialect.MYSQL, 9, 0, 0)
        || target.is(Dialect.MARIADB, 10, 5, 0);
  }

  private ConstraintChange.AddConstraint constraint(
      Name table, ColumnDef def, Clause clause, Demand demand) {
    String written = clause.constraint();
    Optional<Name> name = Optional.empty();
    if (!written.isEmpty()) {
      name = Optional.of(new Name("", bare(written), written, clause.span()));
    } else if (demand == Demand.CHECK && target.is(Dialect.MARIADB)) {
      name = Optional.of(def.name());
    }
    return constraint(table, def, demand, name, clause.reference());
  }

  private static ConstraintChange.AddConstraint constraint(
      Name table,
      ColumnDef def,
      Demand demand,
      Optional<Name> name,
      Optional<Reference> reference) {
    return new ConstraintChange.AddConstraint(
        table,
        Scope.PLAIN,
        demand,
        name,
        List.of(def.name()),
        List.of(),
        reference,
        Optional.empty(),
        Validity.VALIDATED,
        def.span());
  }

  /** The name that stands in {@code span}, without quotes. */
  String name(Span span) {
    return bare(file.text(span));
  }

  static String bare(String written) {
    return written.replace("\"", "").replace("`", "");
  }
}
