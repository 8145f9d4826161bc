package dev.tiptoe.doctor.effects;

import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A database with a schema, and a file of which some has run on it. */
record Patient(Catalog catalog, Set<String> invalidIndexes, Script script, Clue clue) {

  static Patient on(Dialect dialect, String before, String file) {
    Target target = Target.oldest(dialect);
    Catalog catalog = new Catalog(target);
    run(catalog, read(target, before));
    catalog.settle();
    return new Patient(catalog, Set.of(), read(target, file), Clue.NONE);
  }

  /** Only the first statements of the file have run. */
  Patient ran(int count) {
    Catalog after = catalog.copy();
    run(after, script.file(), script.statements().subList(0, count));
    return new Patient(after, invalidIndexes, script, clue);
  }

  /** Somebody did this by hand. */
  Patient mended(String sql) {
    Catalog after = catalog.copy();
    run(after, read(catalog.target(), sql));
    return new Patient(after, invalidIndexes, script, clue);
  }

  Patient withInvalid(String index) {
    return new Patient(catalog, Set.of(index), script, clue);
  }

  Patient failedAt(int statement) {
    return with(new Clue(OptionalInt.of(statement), Clue.TakenBack.STATEMENT));
  }

  Patient with(Clue other) {
    return new Patient(catalog, invalidIndexes, script, other);
  }

  Effects effects() {
    return Effects.of(script, script.statements(), new LiveSchema(catalog, invalidIndexes), clue);
  }

  /** The presences in their order, and the extent. */
  String told() {
    Effects effects = effects();
    return effects.statements().stream()
            .map(s -> s.presence().name())
            .collect(Collectors.joining(" "))
        + ": "
        + effects.extent();
  }

  List<String> evidence() {
    return effects().statements().stream().map(StatementState::evidence).toList();
  }

  /** The columns that still may hold NULL. */
  List<String> left() {
    LiveSchema live = new LiveSchema(catalog, invalidIndexes);
    return NullsWanted.of(script, script.statements(), live).stream()
        .map(c -> c.table().schema() + "." + c.table().sql() + "." + c.column().sql())
        .toList();
  }

  private static Script read(Target target, String sql) {
    return Script.read(new SourceFile("migration.sql", sql), target);
  }

  private static void run(Catalog catalog, Script script) {
    run(catalog, script.file(), script.statements());
  }

  private static void run(Catalog catalog, SourceFile file, List<Statement> statements) {
    statements.forEach(
        s -> Prefix.run(s, catalog, new Script(file, catalog.target(), statements, List.of())));
  }
}
