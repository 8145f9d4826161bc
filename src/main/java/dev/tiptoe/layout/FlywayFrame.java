package dev.tiptoe.layout;

import dev.tiptoe.layout.Follower.Unit;
import java.util.ArrayList;
import java.util.List;

/** A versioned file, its settings beside it, and an undo file if the original has one. */
final class FlywayFrame implements Frame {

  private static final FrameText.Fence DELIMITER =
      new FrameText.Fence("DELIMITER $$", "\n$$", "DELIMITER ;");

  @Override
  public List<NewFile> files(String path, Follower follower, Original original) {
    boolean mySqlLike = original.target().dialect().isMySqlLike();
    FrameText.Fence fence = mySqlLike ? DELIMITER : FrameText.Fence.NONE;
    List<NewFile> files = new ArrayList<>();
    files.add(new NewFile(path, new FrameText(original, fence).up(follower).toString()));
    if (follower.unit() == Unit.NO_TRANSACTION) {
      files.add(
          new NewFile(
              path + ".conf",
              new FrameText(original).line("executeInTransaction=false").toString()));
    }
    String undo = version(undo(original.path()));
    if (original.files().stream().anyMatch(f -> version(f).equals(undo))) {
      files.add(new NewFile(undo(path), new FrameText(original).down(follower).toString()));
    }
    return files;
  }

  /** The same path with U in the place of V. */
  private static String undo(String path) {
    int name = path.lastIndexOf('/') + 1;
    return path.substring(0, name) + "U" + path.substring(name + 1);
  }

  private static String version(String path) {
    int separator = path.indexOf("__", path.lastIndexOf('/') + 1);
    return separator < 0 ? path : path.substring(0, separator);
  }
}
