package dev.tiptoe.cli;

import dev.tiptoe.config.StarterConfig;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.project.ConfigFiles;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.Slashes;
import dev.tiptoe.project.SourceWriter;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe init}: writes a first tiptoe.json for the project it finds. */
final class InitCommand {

  private InitCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, InitCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    if (!arguments.get().words().isEmpty()) {
      throw new UsageError("tiptoe init takes no names; run it in the folder of the project");
    }
    Path here = surroundings.folder().toAbsolutePath().normalize();
    for (String name : ConfigFiles.CONFIG) {
      if (Files.exists(here.resolve(name))) {
        throw new UsageError(
            name + " is here already; tiptoe config shows what is in force, and why");
      }
    }
    try {
      List<Detected> found = Detected.at(here);
      new SourceWriter().create(here.resolve(ConfigFiles.CONFIG.get(0)), text(found, here));
      tell(found, here, surroundings.out());
      return ExitCode.CLEAN;
    } catch (FileProblem e) {
      throw new UsageError(ConfigFiles.CONFIG.get(0) + ": " + e.reason());
    }
  }

  private static String text(List<Detected> found, Path here) {
    List<String> paths = found.stream().map(f -> inside(f.home(), here)).toList();
    Optional<String> tool =
        common(found, f -> Optional.of(f.home().runner().layout().id()))
            .filter(id -> !id.equals(Layouts.PLAIN.id()));
    return StarterConfig.text(tool, common(found, Detected::dialect), paths);
  }

  /** What is said of each of them, if it is the same. */
  private static <T> Optional<T> common(List<Detected> found, Function<Detected, Optional<T>> of) {
    List<Optional<T>> all = found.stream().map(of).distinct().toList();
    return all.size() == 1 ? all.get(0) : Optional.empty();
  }

  private static void tell(List<Detected> found, Path here, PrintStream out) {
    out.println("Wrote " + ConfigFiles.CONFIG.get(0) + ".");
    if (found.isEmpty()) {
      out.println("No migrations were found here; name their folders in \"paths\".");
    }
    for (Detected each : found) {
      out.println(
          "  "
              + inside(each.home(), here)
              + ": "
              + each.home().runner()
              + each.dialect().map(d -> ", " + d.title()).orElse(""));
    }
    out.println();
    out.println(
        "Before each commit; the first line makes git run it, the second is for husky and lefthook:");
    out.println("  tiptoe hook install");
    out.println("  tiptoe --staged");
    out.println("For each pull request; the build needs the whole history (fetch-depth: 0):");
    out.println("  tiptoe");
    out.println("If there are findings that ran in production long ago:");
    out.println("  tiptoe baseline");
  }

  private static String inside(Home home, Path here) {
    String path = Slashes.between(here, home.folder());
    return path.isEmpty() ? "." : path;
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe init");
    spec.usageMessage()
        .description(
            "%nWrites a first tiptoe.json for the project in this folder, and says what to put into hooks and builds."
                + " Tiptoe also runs without one.%n")
        .footer("", "Example:", "  cd shop && tiptoe init");
    // Taken so that the answer to one too many can be ours.
    return spec.addPositional(LintSpec.words("NAME").hidden(true).build());
  }
}
