package dev.tiptoe.schema;

import dev.tiptoe.ddl.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An enum or a domain of PostgreSQL.
 *
 * @param name with its schema
 * @param values of an enum, as SQL literals in their order
 * @param domain what the type is if it is no enum
 * @param generation how often the catalog had settled when it was made
 */
record Type(Name name, List<String> values, Optional<Catalog.Domain> domain, int generation) {

  boolean isEnum() {
    return domain.isEmpty();
  }

  Type named(Name newName) {
    return new Type(newName, values, domain, generation);
  }

  Type of(Catalog.Domain newDomain) {
    return new Type(name, values, Optional.of(newDomain), generation);
  }

  /** With a value at this place, counted from 0. */
  Type with(String value, int place) {
    List<String> more = new ArrayList<>(values);
    more.add(place, value);
    return new Type(name, List.copyOf(more), domain, generation);
  }

  Type renamed(String value, String newValue) {
    List<String> renamed = values.stream().map(v -> v.equals(value) ? newValue : v).toList();
    return new Type(name, renamed, domain, generation);
  }
}
