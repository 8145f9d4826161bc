package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TableChange.RenameTable;
import dev.tiptoe.lint.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that a file renames, each once with the name that it has in the end. */
record TableMoves(List<Move> moves, List<Name> created) {

  /**
   * A table that goes on under another name.
   *
   * @param first the first of its renames
   */
  record Move(RenameTable first, Name newName) {

    Name oldName() {
      return first.table();
    }

    private boolean changesName() {
      return !oldName().name().equals(newName.name());
    }
  }

  static TableMoves of(Context ctx) {
    List<Move> moves = new ArrayList<>();
    List<Name> created = new ArrayList<>();
    for (Change change : ctx.statements().stream().flatMap(s -> s.changes().stream()).toList()) {
      if (change instanceof RenameTable rename) {
        moves.add(
            moves.stream()
                .filter(move -> move.newName().sameLast(rename.table()))
                .findFirst()
                .filter(moves::remove)
                .map(move -> new Move(move.first(), rename.newName()))
                .orElseGet(() -> new Move(rename, rename.newName())));
      } else if (change instanceof CreateTable create) {
        created.add(create.table());
      }
    }
    return new TableMoves(moves.stream().filter(Move::changesName).toList(), created);
  }

  /** The move that begins with this rename; empty if it goes on with another. */
  Optional<Move> startingWith(RenameTable rename) {
    return moves.stream().filter(move -> move.first().equals(rename)).findFirst();
  }

  /** Those whose old name another table has in the end. */
  List<Move> swapped() {
    return moves.stream().filter(move -> isTaken(move.oldName())).toList();
  }

  /** Whether another table has this name in the end. */
  boolean isTaken(Name name) {
    return moves.stream()
            .anyMatch(move -> move.newName().sameLast(name) && !move.oldName().sameLast(name))
        || created.stream().anyMatch(table -> table.sameLast(name));
  }

  /** Whether the table that had this name goes on under another. */
  boolean isLeft(Name name) {
    return moves.stream().anyMatch(move -> move.oldName().sameLast(name));
  }
}
