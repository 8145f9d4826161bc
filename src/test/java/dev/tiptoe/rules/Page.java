package dev.tiptoe.rules;

import dev.tiptoe.rules.Example.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of the rules folder: what a rule is about, and examples that are executed.
 *
 * @param id the rule's
 */
public record Page(String id, Path path, List<String> lines, List<Example> examples) {

  private static final Path FOLDER = Path.of("rules");

  /** All pages, by name. */
  public static List<Page> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(p -> p.toString().endsWith(".md")).sorted().map(Page::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages, or the ones that {@code -Dpage=ID,ID} names. */
  public static List<Page> wanted() {
    String ids = System.getProperty("page", "");
    return ids.isEmpty()
        ? all()
        : all().stream().filter(p -> List.of(ids.split(",")).contains(p.id())).toList();
  }

  private static Page read(Path path) {
    try {
      return of(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page of(Path path, List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
      throw new IllegalArgumentException(path + " does not begin with its rule's name");
    }
    return new Page(lines.get(0).substring(2), path, lines, new Reader(path, lines).read());
  }

  /** The prose and blocks from the title to the first example. */
  public String introduction() {
    int end = 1;
    while (end < lines.size() && !lines.get(end).startsWith("## ")) {
      end++;
    }
    return String.join("\n", lines.subList(1, end)).strip();
  }

  private static final class Reader {
    /** What may stand behind an example, in this order. */
    private static final List<String> FOLLOWERS =
        List.of("```text", "```sql fixed", "```sql app", "```measured");

    private final Path path;
    private final List<String> lines;
    private final List<Example> examples = new ArrayList<>();
    private final List<List<String>> commonSetups = new ArrayList<>();
    private String heading = "";
    private StringBuilder setup = new StringBuilder();
    private String base = "";
    private boolean isExplained;
    private int at;

    Reader(Path path, List<String> lines) {
      this.path = path;
      this.lines = lines;
    }

    List<Example> read() {
      while (at < lines.size()) {
        String line = lines.get(at);
        if (line.startsWith("## ")) {
          heading = line.substring(3);
          setup = new StringBuilder();
          base = "";
          isExplained = false;
        } else if (line.equals("```sql base")) {
          base = block().text();
          continue;
        } else if (line.startsWith("```sql setup")) {
          setup(line.substring(12).strip());
          continue;
        } else if (line.startsWith("```sql bad ") || line.startsWith("```sql good ")) {
          example(line.substring(7));
          continue;
        } else if (FOLLOWERS.contains(line)) {
          throw new IllegalArgumentException(
              path + ":" + (at + 1) + ": follows no example, or not in the order of " + FOLLOWERS);
        } else if (line.startsWith("```")) {
          block();
          continue;
        } else {
          isExplained |= !line.isBlank();
        }
        at++;
      }
      return examples;
    }

    private void setup(String dialects) {
      String sql = block().text();
      if (heading.isEmpty()) {
        commonSetups.add(List.of(dialects, sql));
      } else {
        setup.append(sql);
      }
    }

    private void example(String info) {
      List<String> words = List.of(info.split(" "));
      if (heading.isEmpty() || words.size() < 3) {
        throw new IllegalArgumentException(path + ":" + (at + 1) + ": no heading or no target");
      }
      Block sql = block();
      List<Optional<Block>> blocks = FOLLOWERS.stream().map(this::following).toList();
      StringBuilder whole = new StringBuilder();
      for (List<String> common : commonSetups) {
        if (common.get(0).isEmpty() || common.get(0).contains(words.get(1))) {
          whole.append(common.get(1));
        }
      }
      long earlier = examples.stream().filter(e -> e.name().startsWith(heading)).count();
      String name = earlier == 0 ? heading : heading + " (" + (earlier + 1) + ")";
      examples.add(
          new Example(
              name,
              words,
              whole.append(setup).toString(),
              base,
              sql,
              blocks.get(0),
              blocks.get(1),
              blocks.get(2),
              blocks.get(3),
              isExplained));
    }

    /** The next block, if it opens with {@code fence} and no heading or other block comes first. */
    private Optional<Block> following(String fence) {
      for (int i = at; i < lines.size(); i++) {
        if (lines.get(i).equals(fence)) {
          at = i;
          return Optional.of(block());
        }
        if (lines.get(i).startsWith("## ") || lines.get(i).startsWith("```")) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private Block block() {
      int fence = at;
      StringBuilder text = new StringBuilder();
      at++;
      while (at < lines.size() && !lines.get(at).equals("```")) {
        text.append(lines.get(at)).append('\n');
        at++;
      }
      if (at == lines.size()) {
        throw new IllegalArgumentException(path + ":" + (fence + 1) + ": this block never ends");
      }
      at++;
      return new Block(text.toString(), fence);
    }
  }
}
