package dev.tiptoe.layout;

import java.util.List;

/** {@code 20240101120000_add_port} is followed by {@code 20240101120000_add_port_2_fill}. */
final class SuffixNaming implements Naming {

  @Override
  public List<String> paths(String original, List<String> words) {
    VersionedName name = VersionedName.ofFolder(original);
    return words.stream().map(word -> name.withWord(word).path()).toList();
  }
}
