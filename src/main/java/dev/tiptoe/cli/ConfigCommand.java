package dev.tiptoe.cli;

import dev.tiptoe.config.Config;
import dev.tiptoe.config.Problem;
import dev.tiptoe.project.ConfigFiles;
import dev.tiptoe.project.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe config}: shows which settings are in force for a file, and who set them. */
final class ConfigCommand {

  private ConfigCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, ConfigCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    try {
      if (arguments.get().has("--schema")) {
        surroundings.out().print(schema());
        return ExitCode.CLEAN;
      }
      return show(arguments.get(), surroundings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int show(Arguments arguments, Surroundings surroundings) throws IOException {
    String format = arguments.oneOf("--format", "text", "json");
    ConfigFiles files = new ConfigFiles(surroundings.folder(), KnownWords::vocabulary);
    Path path = path(arguments.words(), surroundings);
    ConfigFiles.Found<Config> found = files.config(path);
    if (!found.problems().isEmpty()) {
      tell(found.problems(), surroundings);
      return ExitCode.WRONG_USE;
    }
    tell(found.value().outdated(Exemptions::today), surroundings);
    List<Config.Row> rows = found.value().over(detected(path)).over(Config.DEFAULTS).rows();
    if (format.equals("json")) {
      ConfigTable.json(rows, surroundings.out());
    } else {
      ConfigTable.text(rows, surroundings.out());
    }
    return ExitCode.CLEAN;
  }

  /**
   * What the files tell, if there is one folder of migrations; several may contradict each other.
   */
  private static Config detected(Path path) {
    try {
      List<Detected> detected = Detected.at(path);
      return detected.size() == 1 ? detected.get(0).settings() : Config.EMPTY;
    } catch (FileProblem unreadable) {
      return Config.EMPTY;
    }
  }

  private static Path path(List<String> words, Surroundings surroundings) {
    if (words.size() > 1) {
      throw new UsageError("name one file or folder at most; each may have its own configuration");
    }
    String named = words.isEmpty() ? "." : words.get(0);
    try {
      Path path = surroundings.folder().resolve(named);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException notThereEither) {
      // Said below.
    }
    throw new UsageError(named + ": no such file or folder");
  }

  private static void tell(List<Problem> problems, Surroundings surroundings) {
    problems.forEach(problem -> surroundings.err().println("tiptoe: " + problem));
  }

  private static String schema() throws IOException {
    try (InputStream in = Config.class.getResourceAsStream("tiptoe.schema.json")) {
      if (in == null) {
        throw new IOException("tiptoe.schema.json is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe config");
    spec.usageMessage()
        .customSynopsis("tiptoe config [--format=FORMAT] [PATH]", "       tiptoe config --schema")
        .description(
            "%nShows the settings in force, and who set them. The nearest tiptoe.json or .tiptoe.json holds whole,"
                + " whatever those above it say.%n")
        .footer(
            "",
            "Examples:",
            "  tiptoe config prisma/migrations                 what is in force for these files",
            "  tiptoe config --schema > tiptoe.schema.json     let an editor complete tiptoe.json");
    spec.addOption(
        LintSpec.oneOf(
            "--format", "FORMAT", "text (the default) or json.", List.of("text", "json")));
    spec.addOption(LintSpec.flag("--schema", "Print the JSON Schema of tiptoe.json, for editors."));
    return spec.addPositional(
        LintSpec.words("PATH")
            .description("The file or folder that the settings are for; else the current folder.")
            .build());
  }
}
