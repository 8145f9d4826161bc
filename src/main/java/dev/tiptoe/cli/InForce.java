package dev.tiptoe.cli;

import dev.tiptoe.config.Baseline;
import dev.tiptoe.config.Config;
import dev.tiptoe.config.Problem;
import dev.tiptoe.project.ConfigFiles;
import dev.tiptoe.project.ConfigFiles.Found;
import dev.tiptoe.project.Slashes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings of each file; read once for all files that share them. */
final class InForce {

  private record Sources(Found<Config> config, Found<Baseline> baseline) {}

  private final Config given;
  private final Path folder;
  private final Narrator narrator;
  private final ConfigFiles files;
  private final Map<Sources, Settings> known = new HashMap<>();

  /**
   * @param given what the command line says
   * @param chosen the configuration of all files, if the command line names one
   */
  InForce(Config given, Optional<Path> chosen, Path folder, Narrator narrator) {
    this.given = given;
    this.folder = folder;
    this.narrator = narrator;
    this.files = new ConfigFiles(folder, chosen, KnownWords::vocabulary);
  }

  /** What is in force for a file or folder; a mistake in it ends the run. */
  Settings of(Path path) {
    Sources sources = new Sources(files.config(path), files.baseline(path));
    Settings settings = known.get(sources);
    if (settings == null) {
      refuse(sources.config().problems());
      refuse(sources.baseline().problems());
      sources
          .config()
          .value()
          .outdated(Exemptions::today)
          .forEach(outdated -> narrator.remark(outdated.toString()));
      settings = new Settings(given, folder, sources.config(), sources.baseline());
      known.put(sources, settings);
      narrator.detail(
          "settings of "
              + shown(sources.config()).orElse("the command line alone, as there is no tiptoe.json")
              + shown(sources.baseline())
                  .map(file -> "; what " + file + " holds is let pass")
                  .orElse(""));
    }
    return settings;
  }

  private Optional<String> shown(Found<?> found) {
    return found.file().map(file -> Slashes.between(folder.toAbsolutePath().normalize(), file));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new UsageError(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\ntiptoe: ")));
    }
  }
}
