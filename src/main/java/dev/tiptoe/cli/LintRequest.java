package dev.tiptoe.cli;

import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.report.Palette;
import dev.tiptoe.report.Summary;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.util.List;
import java.util.Optional;

/**
 * What a person asked {@code tiptoe lint} to do.
 *
 * @param failOn the least severity that makes the run fail; empty for never
 */
record LintRequest(
    List<String> paths,
    String stdinName,
    Summary.Purpose purpose,
    Format format,
    Palette palette,
    Optional<Dialect> dialect,
    Optional<Version> version,
    Optional<Severity> failOn,
    Options options) {

  /** How the report is written. */
  enum Format {
    TEXT,
    JSON
  }

  boolean readsStdin() {
    return paths.contains("-");
  }

  Summary.Versions versions() {
    return version.isPresent() ? Summary.Versions.GIVEN : Summary.Versions.ASSUMED;
  }
}
