package dev.tiptoe.rules;

import dev.tiptoe.rules.Example.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes what is found and what the fix makes of it into the blocks of a page; a person then reads
 * the difference.
 */
final class PageUpdate {

  private final Page page;
  private final List<String> lines;

  private PageUpdate(Page page) {
    this.page = page;
    this.lines = new ArrayList<>(page.lines());
  }

  static boolean isWanted() {
    return System.getProperty("update") != null;
  }

  static void of(Page page) {
    PageUpdate update = new PageUpdate(page);
    update.each(update::update);
    update.write();
  }

  /** Writes what the examples did on servers, where the page asks and somebody knows. */
  static void measured(Page page, Function<Example, Optional<String>> measured) {
    PageUpdate update = new PageUpdate(page);
    update.each(
        example ->
            example
                .measured()
                .ifPresent(
                    block -> measured.apply(example).ifPresent(t -> update.replace(block, t))));
    update.write();
  }

  /** From the end on, so that line numbers before it stay true. */
  private void each(Consumer<Example> action) {
    for (int i = page.examples().size() - 1; i >= 0; i--) {
      action.accept(page.examples().get(i));
    }
  }

  private void write() {
    try {
      Files.writeString(page.path(), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void update(Example example) {
    Outcome outcome = Outcome.of(example, example.sql().text());
    String fixed = outcome.fixed();
    boolean changes = !fixed.equals(example.sql().text());
    Optional<Block> block = example.fixed();
    if (block.isPresent()) {
      if (changes) {
        replace(block.get(), fixed);
      } else {
        remove(block.get());
      }
    }
    example.text().ifPresent(text -> replace(text, outcome.text()));
    if (block.isEmpty() && changes) {
      Block before = example.text().orElse(example.sql());
      int end = end(before.fence()) + 1;
      lines.addAll(end, List.of("", "```sql fixed"));
      lines.addAll(end + 2, split(fixed));
      lines.add(end + 2 + split(fixed).size(), "```");
    }
  }

  private void replace(Block block, String text) {
    lines.subList(block.fence() + 1, end(block.fence())).clear();
    lines.addAll(block.fence() + 1, split(text));
  }

  private void remove(Block block) {
    lines.subList(block.fence(), end(block.fence()) + 1).clear();
    if (lines.get(block.fence() - 1).isEmpty()) {
      lines.remove(block.fence() - 1);
    }
  }

  private int end(int fence) {
    int end = fence + 1;
    while (!lines.get(end).equals("```")) {
      end++;
    }
    return end;
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.stripTrailing().split("\n", -1));
  }
}
