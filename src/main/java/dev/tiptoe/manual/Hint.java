package dev.tiptoe.manual;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a shell can offer for an argument.
 *
 * @param words the words it may be; empty if they cannot be known
 * @param file whether it is the name of a file
 * @param sentence what it is for
 */
record Hint(List<String> words, boolean file, String sentence) {

  private static final List<String> FILE_LABELS = List.of("PATH", "FILE");

  static Hint of(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(words::add);
    }
    return new Hint(
        words,
        FILE_LABELS.stream().anyMatch(argument.paramLabel()::endsWith),
        sentence(argument.description()));
  }

  /** What the words of a command may be that are no options. */
  static Hint ofWords(CommandSpec command) {
    return command.positionalParameters().stream()
        .findFirst()
        .map(Hint::of)
        .orElse(new Hint(List.of(), false, ""));
  }

  /** The first sentence of a description, without its full stop. */
  static String sentence(String... description) {
    String text = String.join(" ", description).replace("%n", " ").strip();
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
