package dev.tiptoe.layout;

import dev.tiptoe.sql.Target;
import java.util.List;

/** What a tool wants around the statements of a migration, in its file and beside it. */
interface Frame {

  /**
   * The files of a new migration.
   *
   * @param path of the file with the statements
   * @param original the migration that it follows
   */
  List<NewFile> files(String path, Follower follower, Original original);

  /**
   * What the frame copies from the migration before.
   *
   * @param text of its file
   * @param files the paths of all files in its folder
   */
  record Original(String path, String text, List<String> files, Target target) {}
}
