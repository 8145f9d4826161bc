package dev.tiptoe.cli;

import dev.tiptoe.config.Accepted;
import dev.tiptoe.config.Baseline;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.project.ConfigFiles;
import dev.tiptoe.project.ConfigFiles.Found;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Slashes;
import dev.tiptoe.project.SourceReader;
import dev.tiptoe.project.SourceWriter;
import dev.tiptoe.report.CheckedFile;
import dev.tiptoe.report.Report;
import dev.tiptoe.report.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe baseline}: writes down today's findings, so that only new ones are reported. */
final class BaselineCommand {

  private BaselineCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<LintRequest> request = LintOptions.read(args, BaselineCommand::spec, surroundings);
    if (request.isEmpty()) {
      return ExitCode.CLEAN;
    }
    if (request.get().readsStdin()) {
      throw new UsageError("tiptoe baseline is for files; standard input has none to be known by");
    }
    try {
      return write(request.get().forAllFiles(), surroundings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int write(LintRequest request, Surroundings surroundings) throws IOException {
    Path here = surroundings.folder().toAbsolutePath().normalize();
    ConfigFiles files = new ConfigFiles(here, KnownWords::vocabulary);
    Found<Baseline> old = files.baseline(here);
    Path folder = old.file().isPresent() ? old.folder() : files.config(here).folder();
    boolean decided = old.file().isPresent() || files.config(here).file().isPresent();
    Collector collector = new Collector(here, decided ? folder : here);
    Path file = collector.folder.resolve(ConfigFiles.BASELINE);
    Exemptions configured = new Exemptions(Exemptions.Extent.CONFIGURED);
    int code = new LintRun(request, surroundings, collector, configured).run();
    if (code > ExitCode.FINDINGS) {
      surroundings.err().println("tiptoe: no baseline was written");
      return code;
    }
    Baseline baseline = collector.over(old.value());
    try {
      write(file, baseline);
    } catch (FileProblem e) {
      throw new UsageError(here.relativize(file) + ": " + e.reason());
    }
    int count = baseline.findings().size();
    surroundings
        .out()
        .println(
            "Wrote "
                + here.relativize(file)
                + ": "
                + count
                + (count == 1 ? " finding is" : " findings are")
                + " not reported from now on.");
    return ExitCode.CLEAN;
  }

  private static void write(Path file, Baseline baseline) throws IOException, FileProblem {
    StringBuilder text = new StringBuilder();
    baseline.write(text);
    if (!Files.exists(file)) {
      new SourceWriter().create(file, text.toString());
      return;
    }
    String old = SourceReader.read(file, String.valueOf(file)).text();
    if (!old.contentEquals(text)) {
      new SourceWriter().replace(file, old, text.toString());
    }
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe baseline");
    spec.usageMessage()
        .customSynopsis("tiptoe baseline [OPTIONS] [PATH...]")
        .sortOptions(false)
        .description(
            "%nWrites today's findings into .tiptoe-baseline.json, so that only new ones are reported. What was written"
                + " before and is not found any more is dropped.%n")
        .footer(
            "",
            "Examples:",
            "  tiptoe baseline                 let pass what is found in the project here",
            "  tiptoe baseline db/migration    only what is found in this folder");
    LintSpec.database().forEach(spec::addOption);
    return spec.addPositional(LintSpec.paths());
  }

  /** Takes in the findings of a run. */
  private static final class Collector implements Report {
    private final Path start;
    private final Path folder;
    private final Set<String> files = new HashSet<>();
    private final Set<Accepted> findings = new TreeSet<>();

    Collector(Path start, Path folder) {
      this.start = start;
      this.folder = folder;
    }

    @Override
    public void file(CheckedFile checked) {
      Path path = start.resolve(checked.path()).toAbsolutePath().normalize();
      String name = Slashes.between(folder, path);
      files.add(name);
      for (Finding finding : checked.result().findings()) {
        String statement = checked.result().script().passage(finding.span());
        findings.add(Accepted.in(name, finding.rule(), statement));
      }
    }

    /** These findings, and the old ones of files that were not looked at and are still there. */
    Baseline over(Baseline old) {
      Set<Accepted> all = new TreeSet<>(findings);
      old.findings().stream()
          .filter(finding -> !files.contains(finding.file()))
          .filter(finding -> Files.exists(folder.resolve(finding.file())))
          .forEach(all::add);
      return Baseline.of(all);
    }

    @Override
    public void end(Summary summary) {
      // What was found is not told but kept.
    }
  }
}
