package dev.tiptoe.layout;

import java.util.List;

/** A way to name migrations so that they run right after another one. */
interface Naming {

  /**
   * One path for each word, in the order of the words; none if this way does not fit the original's
   * name. Whether they are free and sort as they should is looked at afterwards.
   */
  List<String> paths(String original, List<String> words);
}
