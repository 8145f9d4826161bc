package dev.tiptoe.project;

import dev.tiptoe.config.Baseline;
import dev.tiptoe.config.BaselineReader;
import dev.tiptoe.config.Config;
import dev.tiptoe.config.ConfigReader;
import dev.tiptoe.config.Key;
import dev.tiptoe.config.Origin;
import dev.tiptoe.config.Parsed;
import dev.tiptoe.config.Problem;
import dev.tiptoe.config.Setting;
import dev.tiptoe.config.Vocabulary;
import dev.tiptoe.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the configuration and the baseline of a file: the nearest in its folder or above, up to the
 * root of its repository. One that is nearer replaces those above it whole.
 */
public final class ConfigFiles {

  /** The names of a configuration, the usual one first. */
  public static final List<String> CONFIG = List.of("tiptoe.json", ".tiptoe.json");

  public static final String BASELINE = ".tiptoe-baseline.json";

  private final Path start;
  private final Optional<Path> chosen;
  private final Supplier<Vocabulary> vocabulary;
  private final Map<Path, Found<Config>> configs = new HashMap<>();
  private final Map<Path, Found<Baseline>> baselines = new HashMap<>();

  /** Paths in messages are relative to {@code start}. */
  public ConfigFiles(Path start, Supplier<Vocabulary> vocabulary) {
    this(start, Optional.empty(), vocabulary);
  }

  /**
   * Paths in messages are relative to {@code start}.
   *
   * @param chosen the configuration of all files, wherever they are, if there is one
   */
  public ConfigFiles(Path start, Optional<Path> chosen, Supplier<Vocabulary> vocabulary) {
    this.start = start.toAbsolutePath().normalize();
    this.chosen = chosen.map(file -> file.toAbsolutePath().normalize());
    this.vocabulary = vocabulary;
  }

  /**
   * What was found for a file; the same object for all files that share it.
   *
   * @param folder that of the file, which its paths are relative to; where there is no file, the
   *     folder in which the search ended
   * @param file empty if there is none
   * @param problems if there are any, the value is not to be used
   */
  public record Found<T>(Path folder, Optional<Path> file, T value, List<Problem> problems) {

    /** A path as this file would name it: relative to its folder, with slashes. */
    public String relative(Path path) {
      return Slashes.between(folder, path.toAbsolutePath().normalize());
    }
  }

  /** The configuration for a file or folder. */
  public Found<Config> config(Path path) {
    if (chosen.isPresent()) {
      return configs.computeIfAbsent(
          folderOf(chosen.get()),
          folder -> read(folder, List.of(chosen.get()), Config.EMPTY, this::readConfig));
    }
    return nearest(folderOf(path), CONFIG, configs, Config.EMPTY, this::readConfig);
  }

  /** The baseline for a file or folder. */
  public Found<Baseline> baseline(Path path) {
    return nearest(
        folderOf(path), List.of(BASELINE), baselines, Baseline.EMPTY, BaselineReader::read);
  }

  private <T> Found<T> nearest(
      Path folder,
      List<String> names,
      Map<Path, Found<T>> known,
      T none,
      Function<SourceFile, Parsed<T>> reader) {
    Found<T> found = known.get(folder);
    if (found == null) {
      List<Path> here = names.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
      Path above = ProjectFiles.above(folder);
      if (!here.isEmpty()) {
        found = read(folder, here, none, reader);
      } else if (above != null) {
        found = nearest(above, names, known, none, reader);
      } else {
        found = new Found<>(folder, Optional.empty(), none, List.of());
      }
      known.put(folder, found);
    }
    return found;
  }

  private <T> Found<T> read(
      Path folder, List<Path> files, T none, Function<SourceFile, Parsed<T>> reader) {
    Path file = files.get(0);
    Parsed<T> parsed;
    if (files.size() > 1) {
      parsed = failed(file, none, "there is also " + shown(files.get(1)) + "; keep one of the two");
    } else {
      try {
        parsed = reader.apply(SourceReader.read(file, shown(file)));
      } catch (FileProblem e) {
        parsed = failed(file, none, e.reason());
      }
    }
    return new Found<>(folder, Optional.of(file), parsed.value(), parsed.problems());
  }

  private <T> Parsed<T> failed(Path file, T none, String message) {
    return new Parsed<>(none, List.of(new Problem(Origin.named(shown(file)), message)));
  }

  /** What the configuration says, and which of the paths it names are not there. */
  private Parsed<Config> readConfig(SourceFile file) {
    Parsed<Config> parsed = ConfigReader.read(file, vocabulary.get());
    Path folder = folderOf(start.resolve(file.path()));
    List<Problem> problems = new ArrayList<>(parsed.problems());
    Stream.of(Key.PATHS, Key.BASELINE)
        .flatMap(key -> parsed.value().all(key).stream())
        .filter(path -> !exists(folder, path.value()))
        .map(path -> new Problem(path.origin(), missing(path)))
        .forEach(problems::add);
    return new Parsed<>(parsed.value(), problems);
  }

  private static String missing(Setting<String> path) {
    return "there is no file or folder \""
        + path.value()
        + "\"; paths start in the folder of this file";
  }

  private static boolean exists(Path folder, String path) {
    try {
      return Files.exists(folder.resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private String shown(Path file) {
    return Slashes.between(start, file);
  }

  private static Path folderOf(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return parent == null || Files.isDirectory(absolute) ? absolute : parent;
  }
}
