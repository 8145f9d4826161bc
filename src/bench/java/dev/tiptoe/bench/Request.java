package dev.tiptoe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured, and how.
 *
 * @param contenders Tiptoe first
 * @param scale of all that is large
 * @param timeout in seconds
 * @param pause seconds between a first run and the rest
 * @param only the inputs that are wanted; all if empty
 * @param inputs the folder that keeps them
 * @param svg the file for a picture
 */
record Request(
    List<Contender> contenders,
    int rounds,
    double scale,
    int timeout,
    double pause,
    List<String> only,
    Optional<Path> inputs,
    Optional<Path> svg) {

  private static final Path ROOT = Path.of(System.getProperty("tiptoe.root", ""));
  private static final Set<String> OPTIONS =
      Set.of("--rounds", "--scale", "--timeout", "--pause", "--only", "--inputs", "--svg");

  static Request read(List<String> args) {
    Map<String, String> options = new HashMap<>();
    List<Contender> contenders = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith("--")) {
        addOption(arg, options);
      } else {
        contenders.add(Contender.read(arg));
      }
    }
    if (contenders.stream().noneMatch(contender -> contender.name().equals("tiptoe"))) {
      contenders.add(0, Contender.tiptoe(ROOT));
    }
    return new Request(
        contenders,
        whole(options, "--rounds", 10),
        factor(options, "--scale", 1),
        whole(options, "--timeout", 120),
        factor(options, "--pause", 10),
        options.containsKey("--only") ? List.of(options.get("--only").split(",")) : List.of(),
        Optional.ofNullable(options.get("--inputs")).map(Request::folder),
        Optional.ofNullable(options.get("--svg")).map(Path::of));
  }

  private static void addOption(String arg, Map<String, String> options) {
    int equals = arg.indexOf('=');
    String name = equals < 0 ? arg : arg.substring(0, equals);
    if (!OPTIONS.contains(name)) {
      throw new BenchException("unknown option " + name + "; see bench/run --help");
    }
    if (equals < 0 || equals == arg.length() - 1) {
      throw new BenchException(name + " needs a value, as in bench/run --help");
    }
    options.put(name, arg.substring(equals + 1));
  }

  private static int whole(Map<String, String> options, String name, int usual) {
    double number = factor(options, name, usual);
    if (number != Math.rint(number)) {
      throw new BenchException(name + " takes a whole number, not " + options.get(name));
    }
    return (int) number;
  }

  private static double factor(Map<String, String> options, String name, double usual) {
    String value = options.getOrDefault(name, String.valueOf(usual));
    try {
      double number = Double.parseDouble(value);
      if (number > 0 && number < 10_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new BenchException(name + " takes a number above 0 and below 10000, not " + value);
  }

  private static Path folder(String value) {
    Path folder = Path.of(value).toAbsolutePath();
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BenchException("cannot make the folder " + folder + ": " + e.getMessage());
    }
  }
}
