package dev.tiptoe.cli;

import dev.tiptoe.config.StarterConfig;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.project.ConfigFiles;
import dev.tiptoe.project.DialectFinder;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.Homes;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.project.SourceWriter;
import dev.tiptoe.project.Tree;
import dev.tiptoe.sql.Dialect;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe init}: writes a first tiptoe.json for the project it finds. */
final class InitCommand {

  private InitCommand() {}

  /** A folder of migrations, and the database that its last file is for. */
  private record Found(Home home, Optional<Dialect> dialect) {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = CommandLineReader.read(args, InitCommand::spec, surroundings);
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
      List<Found> found = found(here);
      new SourceWriter().create(here.resolve(ConfigFiles.CONFIG.get(0)), text(found, here));
      tell(found, here, surroundings.out());
      return ExitCode.CLEAN;
    } catch (FileProblem e) {
      throw new UsageError(ConfigFiles.CONFIG.get(0) + ": " + e.reason());
    }
  }

  private static List<Found> found(Path here) throws FileProblem {
    Tree tree = new DiskTree();
    DialectFinder dialects = new DialectFinder(here);
    List<Found> found = new ArrayList<>();
    for (Home home : new Homes().below(here)) {
      found.add(new Found(home, dialect(home, tree, dialects)));
    }
    return found;
  }

  private static Optional<Dialect> dialect(Home home, Tree tree, DialectFinder dialects)
      throws FileProblem {
    List<Migration> migrations = home.migrations(tree);
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    Path last = home.folder().resolve(migrations.get(migrations.size() - 1).path());
    MigrationFile file = new MigrationFile(last, last.toString(), home.folder());
    try {
      return dialects.find(file, tree.read(last, file.shown()).text());
    } catch (FileProblem anotherDatabase) {
      return Optional.empty();
    }
  }

  private static String text(List<Found> found, Path here) {
    List<String> paths = found.stream().map(f -> inside(f.home(), here)).toList();
    Optional<String> tool =
        common(found, f -> Optional.of(f.home().runner().layout().id()))
            .filter(id -> !id.equals(Layouts.PLAIN.id()));
    return StarterConfig.text(tool, common(found, Found::dialect), paths);
  }

  /** What is said of each of them, if it is the same. */
  private static <T> Optional<T> common(List<Found> found, Function<Found, Optional<T>> of) {
    List<Optional<T>> all = found.stream().map(of).distinct().toList();
    return all.size() == 1 ? all.get(0) : Optional.empty();
  }

  private static void tell(List<Found> found, Path here, PrintStream out) {
    out.println("Wrote " + ConfigFiles.CONFIG.get(0) + ".");
    if (found.isEmpty()) {
      out.println("No migrations were found here; name their folders in \"paths\".");
    }
    for (Found each : found) {
      out.println(
          "  "
              + inside(each.home(), here)
              + ": "
              + each.home().runner()
              + each.dialect().map(d -> ", " + d.title()).orElse(""));
    }
    out.println();
    out.println("Before each commit (.git/hooks/pre-commit, husky, lefthook):");
    out.println("  tiptoe --staged");
    out.println("For each pull request; the build needs the whole history (fetch-depth: 0):");
    out.println("  tiptoe");
    out.println("If there are findings that ran in production long ago:");
    out.println("  tiptoe baseline");
  }

  private static String inside(Home home, Path here) {
    String path = here.relativize(home.folder()).toString().replace('\\', '/');
    return path.isEmpty() ? "." : path;
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe init");
    spec.usageMessage()
        .description(
            "Writes a first tiptoe.json for the project in this folder, and says what to put into hooks and builds.");
    // Taken so that the answer to one too many can be ours.
    return spec.addPositional(LintSpec.words("NAME").hidden(true).build());
  }
}
