package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** A change of an index. */
public sealed interface IndexChange extends Change {

  /**
   * CREATE INDEX, ALTER TABLE ... ADD INDEX, or an index within a CREATE TABLE.
   *
   * @param name as written; empty if the server chooses it
   * @param scope whether ONLY keeps it from the table's partitions
   * @param method after USING, in lower case
   * @param others the columns that it depends on besides those of its parts
   */
  record AddIndex(
      Name table,
      Scope scope,
      IndexKind kind,
      Optional<Name> name,
      Existence existence,
      Access access,
      Optional<String> method,
      List<IndexPart> parts,
      Coverage coverage,
      List<Name> others,
      Span span)
      implements IndexChange, OfTable, MakesOrDrops {

    /** The columns among its parts, be it only by a prefix. */
    public List<Name> columns() {
      return parts.stream().flatMap(p -> p.column().stream()).toList();
    }
  }

  /**
   * An index that is dropped.
   *
   * @param table the table it is on; empty on PostgreSQL, where it is not written
   */
  record DropIndex(
      Name index,
      Optional<Name> table,
      Existence existence,
      Access access,
      DropBehavior behavior,
      Span span)
      implements IndexChange, MakesOrDrops {}

  /** An index that is renamed; on PostgreSQL the table is not written. */
  record RenameIndex(Name index, Optional<Name> table, Name newName, Span span)
      implements IndexChange {}
}
