package dev.tiptoe.schema;

import static java.util.stream.Collectors.toMap;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.ddl.Volatility;
import dev.tiptoe.schema.Table.Kind;
import dev.tiptoe.sql.Course;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables and types known at one point of a run; changed by each statement in turn. */
public final class Catalog {

  /**
   * A domain of PostgreSQL.
   *
   * @param required whether it rejects NULL
   * @param checked whether it has any other constraint
   */
  public record Domain(boolean required, boolean checked, boolean hasDefault) {}

  private Definitions now;
  private @Nullable Definitions atBegin;

  public Catalog(Target target) {
    this(new Definitions(target), null);
  }

  private Catalog(Definitions now, @Nullable Definitions atBegin) {
    this.now = now;
    this.atBegin = atBegin;
  }

  /** A catalog that knows the same and learns for itself from here on. */
  public Catalog copy() {
    return new Catalog(now.copy(), atBegin == null ? null : atBegin.copy());
  }

  /**
   * Makes history of what was taken in so far: no table is new any more, none is known to be empty,
   * and a column that may hold NULL is filled no longer because of its default, for rows with NULL
   * may have come since. The next statement runs on a new connection.
   */
  public void settle() {
    now.settle();
    newConnection();
  }

  /**
   * The next statement runs on a connection of its own: settings are as the server gives them, and
   * a transaction left open counts as committed.
   */
  public void newConnection() {
    now.newConnection();
    atBegin = null;
  }

  /** The server that all statements are for. */
  public Target target() {
    return now.target();
  }

  public Session session() {
    return now.session();
  }

  /** A table, or a materialized view, which holds rows and indexes like one. */
  public Optional<Table> table(Name name) {
    return now.table(name).filter(t -> t.kind() != Kind.VIEW);
  }

  /** All tables and views that are known. */
  public List<Table> tables() {
    return now.tables();
  }

  /** The values of each enum that is known. */
  public Map<Name, List<String>> enums() {
    return now.types().stream().filter(Type::isEnum).collect(toMap(Type::name, Type::values));
  }

  /** Whether the name is that of a view that is known, materialized or not. */
  public boolean isView(Name name) {
    return now.table(name).filter(t -> t.kind() != Kind.TABLE).isPresent();
  }

  /** The foreign keys of other tables that point to this one. */
  public List<ForeignKey> foreignKeysTo(Name table) {
    return now.foreignKeysTo(table);
  }

  /** The views in whose definitions all these names occur, so that they may depend on them. */
  public List<Name> viewsNaming(List<Name> names) {
    return now.viewsNaming(names);
  }

  /** The names of the routines in whose text all these names occur. */
  public List<String> routinesNaming(List<Name> names) {
    return now.routinesNaming(names);
  }

  /** The known tables and views of a schema. */
  public List<Name> tablesIn(Name schema) {
    return now.tablesIn(schema);
  }

  /** The table that has an index of this name. */
  public Optional<Table> indexOwner(Name index) {
    return now.indexOwner(index);
  }

  /** The values of an enum, as SQL literals in their order. */
  public Optional<List<String>> enumValues(Name type) {
    return now.type(type).filter(Type::isEnum).map(Type::values);
  }

  /** The values of an enum whose name alone is known; it may be in any schema. */
  public Optional<List<String>> enumValues(String type) {
    return now.type(type).filter(Type::isEnum).map(Type::values);
  }

  public Optional<Domain> domain(String type) {
    return now.type(type).flatMap(Type::domain);
  }

  /** The tables that have a column of this type of the user's own, or of an array of it. */
  public List<Table> tablesOf(Name userType) {
    return now.tables().stream()
        .filter(t -> t.columns().stream().anyMatch(c -> c.isOf(userType)))
        .toList();
  }

  /** What a routine of the user's own is, whose name alone is known; it may be in any schema. */
  public Volatility volatility(String routine) {
    return now.volatility(routine);
  }

  /** Whether the statements at hand made the type. */
  public boolean isNewType(Name type) {
    return now.isNewType(type);
  }

  /** Whether the statements at hand made the schema. */
  public boolean isNewSchema(Name schema) {
    return now.isNewSchema(schema);
  }

  /** Whether the change is done, so that code which asks first leaves it. */
  public boolean isDone(Change change, Course course) {
    return course == Course.UNLESS_DONE && new Done(now).holds(change);
  }

  /** Takes in what a statement of {@code file} did, or may have done. */
  public void apply(Change change, Course course, SourceFile file) {
    if (course != Course.PERHAPS) {
      if (!isDone(change, course)) {
        apply(change, file);
      }
    } else if (!(change instanceof RowChange) || change instanceof RowChange.InsertRows) {
      apply(change, file);
      if (change instanceof Change.OfTable ofTable && !(change instanceof RowChange)) {
        now.table(ofTable.table()).ifPresent(t -> now.edit(t.name()).doubt());
      }
    }
    now.list();
  }

  private void apply(Change change, SourceFile file) {
    if (change instanceof Change.OfTable ofTable) {
      new TableChanges(now, file).apply(ofTable);
    } else if (change instanceof SessionChange.Transaction transaction) {
      apply(transaction.step());
    } else if (change instanceof SessionChange.SetVariable set) {
      session().set(set.variable(), set.value());
    } else if (change instanceof SessionChange.UseDatabase use) {
      session().use(use.database().name());
    } else {
      new OtherChanges(now, file).apply(change);
    }
  }

  private void apply(SessionChange.Transaction.Step step) {
    switch (step) {
      case BEGIN -> atBegin = now.copy();
      case COMMIT -> atBegin = null;
      case ROLLBACK -> {
        // MySQL and MariaDB have committed every DDL by then.
        if (atBegin != null && !target().dialect().isMySqlLike()) {
          now = atBegin;
        }
        atBegin = null;
      }
    }
  }
}
