package dev.tiptoe.cli;

import dev.tiptoe.config.Accepted;
import dev.tiptoe.config.Baseline;
import dev.tiptoe.project.ConfigFiles.Found;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What projects let pass: by an entry of their configuration, or because it was there when they
 * began. Knows in the end which entries of a baseline are of no use any more.
 */
final class Exemptions {

  private static final class Use {
    final Set<Accepted> used = new HashSet<>();
    final Set<String> files = new HashSet<>();
  }

  private final LocalDate today = LocalDate.now();
  private final Map<Found<Baseline>, Use> uses = new HashMap<>();

  /** Whether what a rule finds in a statement of {@code file} is let pass. */
  BiPredicate<String, String> of(Path file, Settings settings) {
    Found<Baseline> baseline = settings.baseline();
    String inBaseline = baseline.relative(file);
    String inConfig = settings.file().relative(file);
    Use use = uses.computeIfAbsent(baseline, b -> new Use());
    use.files.add(inBaseline);
    return (rule, statement) -> {
      if (settings.file().value().ignoring(rule, inConfig, today).isPresent()) {
        return true;
      }
      if (baseline.value().counts().isEmpty()) {
        return false;
      }
      Accepted finding = Accepted.in(inBaseline, rule, statement);
      return baseline.value().counts().containsKey(finding) && (use.used.add(finding) || true);
    };
  }

  /** Names the baselines with entries for findings that are gone. */
  void printStale(PrintStream err) {
    uses.forEach(
        (baseline, use) -> {
          long stale =
              baseline.value().counts().keySet().stream()
                  .filter(finding -> !use.used.contains(finding))
                  .filter(f -> use.files.contains(f.file()) || isGone(baseline, f.file()))
                  .count();
          if (stale > 0) {
            err.println(
                "tiptoe: "
                    + baseline.file().orElseThrow().getFileName()
                    + ": "
                    + (stale == 1 ? "1 entry is" : stale + " entries are")
                    + " for findings that are gone; run \"tiptoe baseline\" to drop them");
          }
        });
  }

  private static boolean isGone(Found<Baseline> baseline, String file) {
    return !Files.exists(baseline.folder().resolve(file));
  }
}
