package dev.tiptoe.layout;

import dev.tiptoe.text.SourceFile;
import java.util.List;

/** The lines of a new migration, ended as the original's are. */
final class FrameText {

  private final StringBuilder text = new StringBuilder();
  private final String newline;

  FrameText(Frame.Original original) {
    this.newline = new SourceFile(original.path(), original.text()).newline();
  }

  /** Comments and statements alone. */
  static FrameText up(Follower follower, Frame.Original original) {
    return new FrameText(original).lines(follower.comments()).statements(follower.statements());
  }

  /** The way back alone. */
  static FrameText down(Follower follower, Frame.Original original) {
    return new FrameText(original).way(follower.down());
  }

  FrameText lines(List<String> lines) {
    lines.forEach(this::line);
    return this;
  }

  FrameText line(String line) {
    text.append(line.replace("\n", newline)).append(newline);
    return this;
  }

  FrameText statements(List<String> statements) {
    statements.forEach(s -> line(s + ";"));
    return this;
  }

  /** A way back; tools and servers take offence at one without any statement. */
  FrameText way(List<String> down) {
    return down.isEmpty()
        ? line("-- There is nothing to take back in this step.").line("SELECT 1;")
        : statements(down);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
