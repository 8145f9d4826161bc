package dev.tiptoe.layout;

import dev.tiptoe.layout.Follower.Unit;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import java.util.List;

/** Both ways in one file, each below its marker; a way back if the original has one. */
record MarkedFrame(
    List<String> up, List<String> upWithoutTransaction, String down, FrameText.Fence fence)
    implements Frame {

  @Override
  public List<NewFile> files(String path, Follower follower, Original original) {
    FrameText text = new FrameText(original, fence);
    text.lines(follower.unit() == Unit.NO_TRANSACTION ? upWithoutTransaction : up).up(follower);
    if (hasWayBack(original)) {
      text.line("").line(down).down(follower);
    }
    return List.of(new NewFile(path, text.toString()));
  }

  private boolean hasWayBack(Original original) {
    SourceFile file = new SourceFile(original.path(), original.text());
    String words = Markers.words(down);
    return Markers.has(Script.read(file, original.target()), words);
  }
}
