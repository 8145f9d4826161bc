package dev.tiptoe.layout;

import dev.tiptoe.layout.Follower.Unit;
import dev.tiptoe.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/** A file for each way; one down if the original has one. */
record PairedFrame(List<String> headWithoutTransaction) implements Frame {

  private static final String UP = ".up.sql";

  @Override
  public List<NewFile> files(String path, Follower follower, Original original) {
    FrameText up = new FrameText(original);
    // MySQL and MariaDB commit at every DDL statement anyway.
    if (follower.unit() == Unit.NO_TRANSACTION && original.target().is(Dialect.POSTGRESQL)) {
      up.lines(headWithoutTransaction);
    }
    List<NewFile> files = new ArrayList<>();
    files.add(new NewFile(path, up.up(follower).toString()));
    if (path.endsWith(UP) && original.files().contains(down(original.path()))) {
      files.add(new NewFile(down(path), new FrameText(original).down(follower).toString()));
    }
    return files;
  }

  private static String down(String path) {
    return path.substring(0, path.length() - UP.length()) + ".down.sql";
  }
}
