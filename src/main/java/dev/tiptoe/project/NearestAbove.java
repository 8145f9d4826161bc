package dev.tiptoe.project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the nearest folder answers, up to the root of the repository; each is asked only once. */
final class NearestAbove<V> {

  private final Function<Path, Optional<V>> ask;
  private final Map<Path, Optional<V>> known = new HashMap<>();

  NearestAbove(Function<Path, Optional<V>> ask) {
    this.ask = ask;
  }

  Optional<V> from(Path folder) {
    Optional<V> answer = known.get(folder);
    if (answer == null) {
      answer = ask.apply(folder);
      Path next = ProjectFiles.above(folder);
      if (answer.isEmpty() && next != null) {
        answer = from(next);
      }
      known.put(folder, answer);
    }
    return answer;
  }
}
