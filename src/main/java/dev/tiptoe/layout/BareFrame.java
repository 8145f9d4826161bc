package dev.tiptoe.layout;

import java.util.List;

/** Nothing but the statements: a tool that leaves transactions and the way back to the SQL. */
final class BareFrame implements Frame {

  @Override
  public List<NewFile> files(String path, Follower follower, Original original) {
    return List.of(new NewFile(path, new FrameText(original).up(follower).toString()));
  }
}
