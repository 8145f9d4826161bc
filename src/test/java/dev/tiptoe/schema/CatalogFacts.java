package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a catalogue says of a schema. */
final class CatalogFacts {

  private final Facts facts = new Facts();
  private final Catalog catalog;
  private final Function<TypeName, String> type;

  /**
   * @param type what the server calls a type; unknown where it knows no such type
   */
  private CatalogFacts(Catalog catalog, Function<TypeName, String> type) {
    this.catalog = catalog;
    this.type = type;
  }

  static Facts of(Catalog catalog, Function<TypeName, String> type) {
    CatalogFacts reader = new CatalogFacts(catalog, type);
    catalog.tables().stream().filter(t -> !t.isTemporary()).forEach(reader::add);
    catalog
        .enums()
        .forEach((n, v) -> reader.facts.add("enum " + reader.qualified(n), "values", join(v)));
    return reader.facts;
  }

  /** On MySQL the database at hand goes without saying. */
  private String qualified(Name name) {
    boolean isHere =
        catalog.target().dialect().isMySqlLike()
            && name.schema().equals(catalog.session().schema());
    return name.schema().isEmpty() || isHere ? name.name() : name.schema() + "." + name.name();
  }

  private static String join(List<String> words) {
    return String.join(", ", words);
  }

  private void add(Table table) {
    String thing =
        (table.kind() == Table.Kind.TABLE ? "table " : "view ") + qualified(table.name());
    facts.add(thing, "", "");
    if (table.kind() == Table.Kind.VIEW) {
      return;
    }
    if (!table.isComplete()) {
      facts.open().add(thing);
    }
    if (table.isComplete()) {
      facts.add(thing, "order of columns", join(table.columns().stream().map(this::bare).toList()));
    } else if (table.columns().stream().anyMatch(c -> c.type().isEmpty())) {
      return;
    }
    table.columns().forEach(c -> add(thing, c));
    table.constraints().forEach(c -> add(thing, c));
    table.indexes().forEach(i -> add(thing, i));
  }

  private String bare(Column column) {
    String name = column.name();
    String quote = name.substring(0, 1);
    return quote.equals("`") || quote.equals("\"")
        ? name.substring(1, name.length() - 1).replace(quote + quote, quote)
        : catalog.target().is(Dialect.POSTGRESQL) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private void add(String thing, Column column) {
    String aspect = "column " + bare(column);
    facts.add(
        thing,
        aspect + " null",
        switch (column.nullability()) {
          case NULLABLE -> "yes";
          case NOT_NULL -> "no";
          case UNKNOWN -> Facts.UNKNOWN;
        });
    facts.add(thing, aspect + " type", column.type().map(type).orElse(Facts.UNKNOWN));
    facts.add(thing, aspect + " default", defaultValue(column));
  }

  private static String defaultValue(Column column) {
    boolean numbered =
        column.attribute(Kind.GENERATED).isPresent()
            || column.attribute(Kind.IDENTITY).isPresent()
            || column.attribute(Kind.AUTO_INCREMENT).isPresent();
    return numbered || column.type().isEmpty()
        ? Facts.UNKNOWN
        : column.defaultValue().map(ServerFacts::literal).orElse("none");
  }

  private void add(String thing, Constraint constraint) {
    String columns = names(constraint.columns());
    String value =
        switch (constraint.demand()) {
          case PRIMARY_KEY -> "primary key (" + columns + ")";
          case UNIQUE -> "unique (" + columns + ")";
          case FOREIGN_KEY -> "foreign key (" + columns + ")" + target(constraint);
          case CHECK -> "check" + (constraint.isValidated() ? "" : " not valid");
          case EXCLUDE -> "exclude";
          case NOT_NULL -> "";
        };
    // MySQL tells unique constraints from unique indexes no more than its statements do.
    boolean isIndex =
        constraint.demand() == Demand.UNIQUE && catalog.target().dialect().isMySqlLike();
    if (constraint.demand() != Demand.NOT_NULL && !isIndex) {
      facts.add(thing, "constraint " + constraint.name(), value);
    }
  }

  private String target(Constraint key) {
    return " to "
        + key.reference().map(r -> qualified(r.table())).orElse(Facts.UNKNOWN)
        + (key.isValidated() ? "" : " not valid");
  }

  private void add(String thing, Index index) {
    String parts =
        index.parts().stream()
            .map(p -> p.column().map(Name::name).orElse("expression"))
            .collect(Collectors.joining(", "))
            .toLowerCase(Locale.ROOT);
    String unique = index.kind() == IndexKind.UNIQUE ? "unique " : "";
    facts.add(thing, "index " + index.name(), unique + "(" + parts + ")");
  }

  private static String names(List<Name> columns) {
    return columns.stream()
        .map(Name::name)
        .collect(Collectors.joining(", "))
        .toLowerCase(Locale.ROOT);
  }
}
