package dev.tiptoe.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The arguments of one command, read but not yet understood.
 *
 * @param options the values of each option that was given; a flag has none
 * @param words what is no option
 */
record Arguments(Map<String, List<String>> options, List<String> words) {

  /**
   * The arguments of a command; empty if help was asked for, which is then printed. Where there is
   * no option to read, picocli is not even loaded: a third of the time that a run over one file
   * takes would go into it.
   */
  static Optional<Arguments> read(
      List<String> args, Supplier<CommandSpec> spec, Surroundings surroundings) {
    for (String arg : args) {
      if (arg.startsWith("-") && !arg.equals("-")) {
        return CommandLineReader.read(spec.get(), args, surroundings);
      }
    }
    return Optional.of(new Arguments(Map.of(), args));
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** All values of an option, in their order. */
  List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  /** The last value given for an option. */
  Optional<String> last(String option) {
    List<String> values = all(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** The last value given for an option; {@code usual} if there is none. */
  String value(String option, String usual) {
    return last(option).orElse(usual);
  }

  /**
   * The value of an option that takes one of these words; the first of them if it was not given.
   */
  String oneOf(String option, String... allowed) {
    String given = value(option, allowed[0]);
    if (!List.of(allowed).contains(given)) {
      throw UsageError.unknown("word for " + option, given, List.of(allowed));
    }
    return given;
  }
}
