package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds names for new migrations so that they run right after another one and before the next. */
final class Followers {

  private final Layout layout;
  private final Frame.Original original;

  Followers(Layout layout, Frame.Original original) {
    this.layout = layout;
    this.original = original;
  }

  /** The new files; empty if there is no room for them. */
  Optional<List<NewFile>> files(Splitting.Allowed how, List<Follower> followers) {
    List<String> words = followers.stream().map(Follower::word).toList();
    for (Naming naming : how.namings()) {
      List<String> paths = naming.paths(original.path(), words);
      if (fits(paths, words.size())) {
        List<NewFile> files = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
          files.addAll(how.frame().files(paths.get(i), followers.get(i), original));
        }
        return Optional.of(List.copyOf(files));
      }
    }
    return Optional.empty();
  }

  private boolean fits(List<String> paths, int wanted) {
    Set<String> all = new HashSet<>(original.files());
    all.add(original.path());
    if (paths.size() != wanted || paths.stream().anyMatch(path -> !all.add(path))) {
      return false;
    }
    List<Migration> order =
        layout.inOrder(all).stream().filter(m -> m.kind() == Kind.VERSIONED).toList();
    List<String> sorted = order.stream().map(Migration::path).toList();
    int start = sorted.indexOf(original.path()) + 1;
    int end = start + wanted;
    return start > 0
        && end <= sorted.size()
        && sorted.subList(start, end).equals(paths)
        && (end == sorted.size() || !isTie(order.get(end - 1), order.get(end)));
  }

  /** Tools that go by the version alone refuse two migrations with the same. */
  private static boolean isTie(Migration one, Migration next) {
    Order order = one.order();
    String version = VersionedName.ofFile(one.path()).version();
    return order.equals(next.order())
        || (!version.isEmpty() && version.equals(VersionedName.ofFile(next.path()).version()))
        || (!order.numbers().isEmpty() && order.numbers().equals(next.order().numbers()));
  }
}
