package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one index, be it a key's.
 *
 * @param name without quotes, as it was written or as the server chooses it
 * @param method after USING, in lower case
 * @param others the columns that it depends on besides those of its parts
 */
public record Index(
    String name,
    IndexKind kind,
    Optional<String> method,
    List<IndexPart> parts,
    Coverage coverage,
    List<Name> others,
    Source source) {

  /** Who asked for an index. */
  public enum Source {
    /** A statement that names it an index. */
    AUTHOR,
    /** A PRIMARY KEY, UNIQUE or EXCLUDE. */
    CONSTRAINT,
    /** MySQL, for a foreign key that had none; it goes when the author makes one. */
    FOREIGN_KEY
  }

  /** The index that an author asks for, before it has a name. */
  public static Index of(IndexChange.AddIndex add) {
    return new Index(
        "", add.kind(), add.method(), add.parts(), add.coverage(), add.others(), Source.AUTHOR);
  }

  /** Whether it depends on the column in any way. */
  public boolean uses(Name column) {
    return parts.stream().anyMatch(p -> p.column().filter(column::sameLast).isPresent())
        || others.stream().anyMatch(column::sameLast);
  }

  /**
   * Whether rows are found in it by the values of these columns: they are its first ones, in
   * whatever order, whole, and no row is left out.
   */
  public boolean startsWith(List<Name> columns) {
    if (columns.isEmpty() || columns.size() > parts.size() || !isOrdered(columns.size())) {
      return false;
    }
    return parts.subList(0, columns.size()).stream()
        .allMatch(p -> p.form() == IndexPart.Form.WHOLE && isAmong(columns, p));
  }

  private boolean isOrdered(int columns) {
    return coverage != Coverage.SOME_ROWS
        && (kind == IndexKind.PLAIN || kind == IndexKind.UNIQUE)
        && switch (method.orElse("btree")) {
          case "btree", "rtree" -> true;
          case "hash" -> columns == parts.size();
          default -> false;
        };
  }

  private static boolean isAmong(List<Name> columns, IndexPart part) {
    return part.column().filter(c -> columns.stream().anyMatch(c::sameLast)).isPresent();
  }

  Index named(String newName) {
    return new Index(newName, kind, method, parts, coverage, others, source);
  }

  Index of(Source newSource) {
    return new Index(name, kind, method, parts, coverage, others, newSource);
  }

  Index without(Name column) {
    List<IndexPart> rest =
        parts.stream().filter(p -> p.column().filter(column::sameLast).isEmpty()).toList();
    return rest.size() == parts.size()
        ? this
        : new Index(name, kind, method, rest, coverage, others, source);
  }

  Index renamed(Name from, Name to) {
    if (!uses(from)) {
      return this;
    }
    List<IndexPart> renamed =
        parts.stream()
            .map(
                p ->
                    p.column().filter(from::sameLast).isPresent()
                        ? new IndexPart(p.form(), Optional.of(to), p.rest())
                        : p)
            .toList();
    return new Index(
        name, kind, method, renamed, coverage, Constraint.renamed(others, from, to), source);
  }
}
