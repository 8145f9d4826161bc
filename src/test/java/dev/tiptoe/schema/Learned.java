package dev.tiptoe.schema;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;

/** Catalogs that have taken in some SQL, and short questions to them. */
final class Learned {

  private Learned() {}

  static Catalog after(Dialect dialect, String sql) {
    return after(Target.oldest(dialect), sql);
  }

  static Catalog after(Target target, String sql) {
    Catalog catalog = new Catalog(target);
    apply(catalog, sql);
    return catalog;
  }

  static void apply(Catalog catalog, String sql) {
    SourceFile file = new SourceFile("a.sql", sql);
    Script script = Script.read(file, catalog.target());
    script.executed().forEach(s -> s.changes().forEach(c -> catalog.apply(c, s.course(), file)));
  }

  static Name name(String schema, String name) {
    return new Name(schema, name, name, Span.at(0));
  }

  static Name name(String name) {
    return name("", name);
  }

  static Table table(Catalog catalog, String name) {
    return catalog.table(name(name)).orElseThrow();
  }

  static Column column(Catalog catalog, String table, String column) {
    return table(catalog, table).column(name(column)).orElseThrow();
  }

  static boolean isNew(Catalog catalog, String schema, String name) {
    return catalog.table(name(schema, name)).filter(Table::isNew).isPresent();
  }
}
