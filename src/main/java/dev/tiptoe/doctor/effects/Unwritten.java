package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.schema.Table;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes that stand in no file, of things of which perhaps nothing but the name is known. */
final class Unwritten {

  private static final Span NOWHERE = Span.at(0);

  private Unwritten() {}

  static Change dropTable(Name table) {
    return new TableChange.DropTable(
        table, Existence.TOLERANT, DropBehavior.RESTRICT, Set.of(), NOWHERE);
  }

  static Change dropView(Name view) {
    return new ObjectChange.DropView(view, Existence.TOLERANT, DropBehavior.RESTRICT, NOWHERE);
  }

  static Change dropColumn(Table table, Name column) {
    return new ColumnChange.DropColumn(
        table.name(), column, Existence.STRICT, DropBehavior.RESTRICT, NOWHERE);
  }

  static Change dropConstraint(Table table, Name constraint) {
    return new ConstraintChange.DropConstraint(
        table.name(), constraint, Existence.STRICT, DropBehavior.RESTRICT, NOWHERE);
  }

  /** A column of which nothing but the name is known. */
  static Change column(Table table, Name name) {
    TypeName unknown = new TypeName(TypeFamily.OTHER, "", List.of(), "", NOWHERE);
    return new ColumnChange.ChangeType(table.name(), name, unknown, Optional.empty(), NOWHERE);
  }

  static Change index(Name table, Name name, IndexKind kind, List<IndexPart> parts) {
    return new IndexChange.AddIndex(
        table,
        Scope.PLAIN,
        kind,
        Optional.of(name),
        Existence.STRICT,
        Access.BLOCKING,
        Optional.empty(),
        parts,
        Coverage.EVERY_ROW,
        List.of(),
        NOWHERE);
  }

  static Change constraint(Table table, Demand demand, Optional<Name> name) {
    return new ConstraintChange.AddConstraint(
        table.name(),
        Scope.PLAIN,
        demand,
        name,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Validity.VALIDATED,
        NOWHERE);
  }

  static Change dropType(Name type) {
    return new TypeChange.DropType(type, Existence.TOLERANT, DropBehavior.RESTRICT, NOWHERE);
  }

  static Change type(Name type, List<String> values) {
    return new TypeChange.CreateEnum(type, values, NOWHERE);
  }

  /** A table of which nothing but the name is known. */
  static Change table(Name table) {
    return new TableChange.CreateTable(
        table,
        Existence.TOLERANT,
        Set.of(TableTrait.OPEN_ENDED),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        TableOptions.NONE,
        NOWHERE);
  }
}
