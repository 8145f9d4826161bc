package dev.tiptoe.cli;

import dev.tiptoe.lint.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the arguments of one command. The specifications are built by hand rather than from
 * annotations, which would cost a quarter of the time a run over one file takes.
 */
final class CommandLineReader {

  private final CommandLine commandLine;

  CommandLineReader(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
    commandLine = new CommandLine(spec);
    commandLine.setExpandAtFiles(false);
    commandLine.setInterpolateVariables(false);
    commandLine.setUsageHelpAutoWidth(false);
    commandLine.setUsageHelpWidth(100);
  }

  /** The arguments; empty if help was asked for, which is then printed. */
  Optional<ParseResult> read(List<String> args, Surroundings surroundings) {
    try {
      ParseResult parsed = commandLine.parseArgs(args.toArray(String[]::new));
      if (parsed.isUsageHelpRequested()) {
        commandLine.usage(surroundings.out(), Help.Ansi.OFF);
        return Optional.empty();
      }
      return Optional.of(parsed);
    } catch (UnmatchedArgumentException e) {
      throw new UsageError(unmatched(e.getUnmatched().get(0)));
    } catch (ParameterException e) {
      throw new UsageError(lowerFirst(String.valueOf(e.getMessage())) + seeHelp());
    }
  }

  private String unmatched(String argument) {
    if (!argument.startsWith("-")) {
      return "one argument too many: \"" + argument + "\"" + seeHelp();
    }
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    List<String> known = new ArrayList<>();
    for (OptionSpec option : commandLine.getCommandSpec().options()) {
      known.addAll(List.of(option.names()));
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
