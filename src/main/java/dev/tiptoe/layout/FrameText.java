package dev.tiptoe.layout;

import dev.tiptoe.text.SourceFile;
import java.util.List;

/** The lines of a new migration, ended as the original's are. */
final class FrameText {

  /** What stands around a statement with semicolons inside, where the tool looks for them. */
  record Fence(String before, String delimiter, String after) {

    /** For a tool that leaves them to the server. */
    static final Fence NONE = new Fence("", ";", "");
  }

  private final StringBuilder text = new StringBuilder();
  private final String newline;
  private final Fence fence;

  FrameText(Frame.Original original, Fence fence) {
    this.newline = new SourceFile(original.path(), original.text()).newline();
    this.fence = fence;
  }

  FrameText(Frame.Original original) {
    this(original, Fence.NONE);
  }

  FrameText lines(List<String> lines) {
    lines.forEach(line -> text.append(line.replace("\n", newline)).append(newline));
    return this;
  }

  FrameText line(String line) {
    return lines(List.of(line));
  }

  /** The way forward. */
  FrameText up(Follower follower) {
    return lines(follower.comments()).statements(follower.statements());
  }

  /** The way back; tools and servers take offence at one without any statement. */
  FrameText down(Follower follower) {
    return follower.down().isEmpty()
        ? line("-- There is nothing to take back in this step.").line("SELECT 1;")
        : statements(follower.down());
  }

  private FrameText statements(List<String> statements) {
    for (String sql : statements) {
      if (sql.indexOf(';') < 0 || fence.before().isEmpty()) {
        line(sql + ";");
      } else {
        lines(List.of(fence.before(), sql + fence.delimiter(), fence.after()));
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
