package dev.tiptoe.doctor;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.MaintenanceChange;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;

/** Which statements commit by themselves, and which can share a transaction. */
final class Alone {

  private Alone() {}

  /** MySQL and MariaDB commit each DDL statement anyway. */
  static Step.Commit of(Statement statement, Target target) {
    boolean shares =
        !target.dialect().isMySqlLike()
            && statement.changes().stream().allMatch(Alone::shares)
            && statement.runs().stream().allMatch(s -> of(s, target) == Step.Commit.WITH_OTHERS);
    return shares ? Step.Commit.WITH_OTHERS : Step.Commit.ALONE;
  }

  private static boolean shares(Change change) {
    if (change instanceof IndexChange.AddIndex index) {
      return index.access() == Access.BLOCKING;
    }
    if (change instanceof IndexChange.DropIndex index) {
      return index.access() == Access.BLOCKING;
    }
    if (change instanceof TableChange.DetachPartition detach) {
      return detach.access() == Access.BLOCKING;
    }
    // A new value of an enum cannot be used before it is committed.
    return !(change instanceof MaintenanceChange
        || change instanceof TypeChange.AddEnumValue
        || change instanceof SessionChange.Transaction);
  }
}
