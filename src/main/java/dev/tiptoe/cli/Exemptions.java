package dev.tiptoe.cli;

import dev.tiptoe.config.Accepted;
import dev.tiptoe.config.Baseline;
import dev.tiptoe.config.BaselineUse;
import dev.tiptoe.project.ConfigFiles.Found;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * What projects let pass: by an entry of their configuration, or because it was there when they
 * began. Knows in the end which entries of a baseline are of no use any more.
 */
final class Exemptions {

  /** What is let pass. */
  enum Extent {
    /** What the configuration names. */
    CONFIGURED,
    /** That, and what a baseline holds. */
    ALL
  }

  private record Use(BaselineUse baseline, Set<String> files) {}

  private final Map<Found<Baseline>, Use> uses = new HashMap<>();
  private final Extent extent;
  private final Set<String> told = new LinkedHashSet<>();

  Exemptions(Extent extent) {
    this.extent = extent;
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  /** Whether what a rule finds in a statement of {@code file} is let pass. */
  BiPredicate<String, Supplier<String>> of(Path file, Settings settings) {
    Found<Baseline> baseline = settings.baseline();
    String inBaseline = baseline.relative(file);
    String inConfig = settings.file().relative(file);
    Use use =
        uses.computeIfAbsent(baseline, b -> new Use(new BaselineUse(b.value()), new HashSet<>()));
    use.files().add(inBaseline);
    return (rule, statement) -> {
      if (settings.file().value().ignoring(rule, inConfig, Exemptions::today).isPresent()) {
        told.add(inConfig + ": " + rule + " is let pass by the configuration");
        return true;
      }
      if (extent == Extent.ALL
          && !baseline.value().findings().isEmpty()
          && use.baseline().covers(Accepted.in(inBaseline, rule, statement.get()))) {
        told.add(inBaseline + ": " + rule + " is let pass by the baseline");
        return true;
      }
      return false;
    };
  }

  /** Says what was let pass, and names the baselines with entries for findings that are gone. */
  void tell(Narrator narrator) {
    told.forEach(narrator::detail);
    tellStale(narrator);
  }

  private void tellStale(Narrator narrator) {
    if (extent == Extent.CONFIGURED) {
      return;
    }
    uses.forEach(
        (baseline, use) -> {
          int stale =
              use.baseline()
                  .stale(file -> use.files().contains(file) || isGone(baseline, file))
                  .size();
          if (stale > 0) {
            narrator.remark(
                baseline.file().map(Path::getFileName).map(Path::toString).orElse("")
                    + ": "
                    + (stale == 1 ? "1 entry is" : stale + " entries are")
                    + " for findings that are gone; run \"tiptoe baseline\" to drop "
                    + (stale == 1 ? "it" : "them"));
          }
        });
  }

  private static boolean isGone(Found<Baseline> baseline, String file) {
    return !Files.exists(baseline.folder().resolve(file));
  }
}
