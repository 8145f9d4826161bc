package dev.tiptoe.cli;

import dev.tiptoe.cli.Surroundings.Stream;
import dev.tiptoe.lint.NearestWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the arguments of one command with picocli. The specification is built by hand rather than
 * from annotations, which take longer to read.
 */
final class CommandLineReader {

  private final CommandLine commandLine;

  private CommandLineReader(CommandSpec spec, int width) {
    spec.addOption(helpOption());
    commandLine = new CommandLine(spec);
    commandLine.setExpandAtFiles(false);
    commandLine.setInterpolateVariables(false);
    commandLine.setUsageHelpAutoWidth(false);
    commandLine.setUsageHelpWidth(width);
  }

  static OptionSpec helpOption() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  /** The arguments; empty if help was asked for, which is then printed. */
  static Optional<Arguments> read(CommandSpec spec, List<String> args, Surroundings surroundings) {
    return new CommandLineReader(spec, surroundings.terminal(Stream.OUT).width())
        .parse(args, surroundings);
  }

  private Optional<Arguments> parse(List<String> args, Surroundings surroundings) {
    try {
      ParseResult parsed = commandLine.parseArgs(args.toArray(String[]::new));
      if (parsed.isUsageHelpRequested()) {
        commandLine.usage(surroundings.out(), Help.Ansi.OFF);
        return Optional.empty();
      }
      Map<String, List<String>> options = new HashMap<>();
      for (OptionSpec option : parsed.matchedOptions()) {
        options.put(option.longestName(), option.originalStringValues());
      }
      return Optional.of(
          new Arguments(options, List.copyOf(parsed.matchedPositionalValue(0, List.<String>of()))));
    } catch (UnmatchedArgumentException e) {
      throw new UsageError(unmatched(e.getUnmatched().get(0)));
    } catch (ParameterException e) {
      throw new UsageError(lowerFirst(String.valueOf(e.getMessage())) + seeHelp());
    }
  }

  private String unmatched(String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    List<String> known = new ArrayList<>();
    for (OptionSpec option : commandLine.getCommandSpec().options()) {
      known.add(option.longestName());
    }
    return "unknown option "
        + name
        + NearestWord.to(name, known).map(nearest -> "; did you mean " + nearest + "?").orElse("")
        + seeHelp();
  }

  private String seeHelp() {
    return "\n  See " + commandLine.getCommandName() + " --help.";
  }

  private static String lowerFirst(String message) {
    return message.isEmpty()
        ? message
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
