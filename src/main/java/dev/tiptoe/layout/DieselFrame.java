package dev.tiptoe.layout;

import dev.tiptoe.layout.Follower.Unit;
import java.util.ArrayList;
import java.util.List;

/** A folder with a file for each way, and one that says whether a transaction is around them. */
final class DieselFrame implements Frame {

  @Override
  public List<NewFile> files(String path, Follower follower, Original original) {
    List<NewFile> files = new ArrayList<>();
    files.add(new NewFile(path, new FrameText(original).up(follower).toString()));
    if (original.files().contains(beside(original.path(), "down.sql"))) {
      files.add(
          new NewFile(beside(path, "down.sql"), new FrameText(original).down(follower).toString()));
    }
    if (follower.unit() == Unit.NO_TRANSACTION) {
      files.add(
          new NewFile(
              beside(path, "metadata.toml"),
              new FrameText(original).line("run_in_transaction = false").toString()));
    }
    return files;
  }

  private static String beside(String path, String name) {
    return path.substring(0, path.lastIndexOf('/') + 1) + name;
  }
}
