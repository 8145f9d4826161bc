package dev.tiptoe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The documentation of the rules, which is packed beside the program. */
final class RulePages {

  private RulePages() {}

  /** The page of a rule in Markdown; empty if there is none. */
  static Optional<String> page(String rule) {
    try (InputStream in = RulePages.class.getResourceAsStream("/rules/" + rule + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where the page of a rule can be read by whoever has a browser. */
  static String address(String rule) {
    return ProgramVersion.home() + "/blob/main/rules/" + rule + ".md";
  }

  /** The measured operations on which a rule rests, as its page names them. */
  static List<String> operations(String page) {
    List<String> operations = new ArrayList<>();
    boolean named = false;
    for (String line : page.split("\\R", -1)) {
      named = line.startsWith("Measured: ") || (named && !line.isBlank());
      if (named) {
        String[] parts = line.split("`", -1);
        for (int i = 1; i < parts.length; i += 2) {
          operations.add(parts[i]);
        }
      }
    }
    return operations;
  }

  /** What stands between the title and the first example, without the names of measurements. */
  static String introduction(String page) {
    StringJoiner paragraphs = new StringJoiner("\n\n");
    for (String paragraph : page.split("\\R\\R+", -1)) {
      if (paragraph.startsWith("```") || paragraph.startsWith("## ")) {
        break;
      }
      if (!paragraph.startsWith("# ") && !paragraph.startsWith("Measured: ")) {
        paragraphs.add(paragraph.strip());
      }
    }
    return paragraphs.toString();
  }

  /** The first sentence under the title of a page. */
  static String sentence(String page) {
    StringBuilder paragraph = new StringBuilder();
    for (String line : page.split("\\R", -1)) {
      boolean text = !line.isBlank() && !line.startsWith("#");
      if (text) {
        paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
      } else if (paragraph.length() > 0) {
        break;
      }
    }
    int end = paragraph.indexOf(". ");
    return end < 0 ? paragraph.toString() : paragraph.substring(0, end + 1);
  }
}
