package dev.tiptoe.cli;

import dev.tiptoe.lint.NearestWord;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the program starts and where it ends: chooses the command and turns what goes wrong into an
 * exit code.
 */
public final class Main {

  private static final int BUFFER = 1 << 16;
  private static final List<String> COMMANDS =
      List.of(
          "lint",
          "explain",
          "rules",
          "facts",
          "init",
          "baseline",
          "config",
          "hook",
          "doctor",
          "completion",
          "man",
          "help");

  private Main() {}

  public static void main(String[] args) {
    // Reports are UTF-8 wherever they are read; the platform's own charset could not hold every
    // name.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code =
        run(
            List.of(args),
            new Surroundings(Path.of(""), System.getenv(), System.in, out, err, Terminals.find()));
    out.flush();
    err.flush();
    // Nothing is left to do; since Java 21 System.exit() would first look for a logger.
    Runtime.getRuntime().halt(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }

  /** Runs one command line and answers the exit code. */
  static int run(List<String> args, Surroundings given) {
    Surroundings surroundings = given.forPeople();
    int code;
    try {
      code = dispatch(args, surroundings);
    } catch (UsageError e) {
      surroundings.err().println("tiptoe: " + e.getMessage());
      code = ExitCode.WRONG_USE;
    } catch (RuntimeException | StackOverflowError e) {
      OwnBug.tell(surroundings.err(), e.toString(), e);
      code = ExitCode.OWN_BUG;
    } catch (OutOfMemoryError e) {
      surroundings
          .err()
          .println("tiptoe: out of memory; name fewer files, or give Java more with -Xmx");
      code = ExitCode.WRONG_USE;
    }
    surroundings.progress().clear();
    if (surroundings.out().checkError()) {
      surroundings.err().println("tiptoe: the report could not be written to standard output");
      code = Math.max(code, ExitCode.WRONG_USE);
    }
    return code;
  }

  private static int dispatch(List<String> args, Surroundings surroundings) {
    String first = args.isEmpty() ? "" : args.get(0);
    List<String> rest = args.subList(Math.min(1, args.size()), args.size());
    switch (first) {
      case "lint":
        return LintCommand.run(rest, surroundings);
      case "explain":
        return ExplainCommand.run(rest, surroundings);
      case "rules":
        return RulesCommand.run(rest, surroundings);
      case "facts":
        return FactsCommand.run(rest, surroundings);
      case "init":
        return InitCommand.run(rest, surroundings);
      case "baseline":
        return BaselineCommand.run(rest, surroundings);
      case "config":
        return ConfigCommand.run(rest, surroundings);
      case "hook":
        return HookCommand.run(rest, surroundings);
      case "doctor":
        return DoctorCommand.run(rest, surroundings);
      case "completion":
        return CompletionCommand.run(rest, surroundings);
      case "man":
        return ManCommand.run(rest, surroundings);
      case "train":
        return TrainCommand.run(rest, surroundings);
      case "help":
        return dispatch(List.of(rest.isEmpty() ? "lint" : rest.get(0), "--help"), surroundings);
      case "--version", "-V":
        surroundings.out().println("tiptoe " + ProgramVersion.read());
        return ExitCode.CLEAN;
      default:
        refuseMistypedCommand(first, surroundings);
        return LintCommand.run(args, surroundings);
    }
  }

  /**
   * The word lint may be left out, so what looks like another command would be taken for a missing
   * file.
   */
  private static void refuseMistypedCommand(String first, Surroundings surroundings) {
    boolean aWord = !first.isEmpty() && first.chars().allMatch(c -> c >= 'a' && c <= 'z');
    if (!aWord || Files.exists(surroundings.folder().resolve(first))) {
      return;
    }
    Optional<String> nearest = NearestWord.to(first, COMMANDS);
    if (nearest.isPresent()) {
      throw new UsageError(
          "there is no command, file or folder \""
              + first
              + "\"; did you mean "
              + nearest.get()
              + "?\n  See tiptoe --help.");
    }
  }
}
