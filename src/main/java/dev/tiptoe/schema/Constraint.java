package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one constraint.
 *
 * @param name without quotes, as it was written or as the server chooses it
 * @param columns the constrained columns; of a CHECK the names that occur in its condition
 * @param proven the columns that it proves to be not null
 * @param reference what a foreign key points to, with the table's schema
 * @param index the name of the index that belongs to it
 */
public record Constraint(
    String name,
    Demand demand,
    List<Name> columns,
    List<Name> proven,
    Optional<Reference> reference,
    Optional<String> index,
    Validity validity) {

  /** Whether the server keeps such a constraint by an index. */
  static boolean ownsIndex(Demand demand) {
    return switch (demand) {
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> true;
      case FOREIGN_KEY, CHECK, NOT_NULL -> false;
    };
  }

  public boolean isValidated() {
    return validity == Validity.VALIDATED;
  }

  /** Whether it says anything of the column. */
  public boolean uses(Name column) {
    return columns.stream().anyMatch(column::sameLast);
  }

  boolean proves(Name column) {
    return isValidated() && proven.stream().anyMatch(column::sameLast);
  }

  /** Whether it is a foreign key to this table. */
  boolean pointsTo(Name table) {
    return reference.filter(r -> isSame(r.table(), table)).isPresent();
  }

  private static boolean isSame(Name table, Name other) {
    return table.sameLast(other) && table.schema().equalsIgnoreCase(other.schema());
  }

  Constraint named(String newName) {
    return new Constraint(
        newName, demand, columns, proven, reference, index.map(i -> newName), validity);
  }

  Constraint with(Validity newValidity) {
    return new Constraint(name, demand, columns, proven, reference, index, newValidity);
  }

  Constraint withoutProof() {
    return new Constraint(name, demand, columns, List.of(), reference, index, validity);
  }

  Constraint over(List<Name> newColumns) {
    return new Constraint(name, demand, newColumns, proven, reference, index, validity);
  }

  Constraint pointingTo(Reference newReference) {
    return new Constraint(
        name, demand, columns, proven, Optional.of(newReference), index, validity);
  }

  Constraint renamed(Name from, Name to) {
    return uses(from)
        ? new Constraint(
            name,
            demand,
            renamed(columns, from, to),
            renamed(proven, from, to),
            reference,
            index,
            validity)
        : this;
  }

  static List<Name> renamed(List<Name> columns, Name from, Name to) {
    return columns.stream().map(c -> c.sameLast(from) ? to : c).toList();
  }
}
