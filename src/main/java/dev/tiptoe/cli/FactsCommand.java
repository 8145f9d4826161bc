package dev.tiptoe.cli;

import dev.tiptoe.facts.Facts;
import dev.tiptoe.facts.Likeness;
import dev.tiptoe.facts.Operation;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe facts SQL}: prints what servers were measured to do with such a statement. */
final class FactsCommand {

  /** More than these, and the statement is too short to say what is meant. */
  private static final int MOST = 8;

  private FactsCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, FactsCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    String sql = String.join(" ", arguments.get().words()).strip();
    if (sql.isEmpty()) {
      throw new UsageError(
          "give a statement, in quotes: tiptoe facts 'ALTER TABLE t ADD COLUMN c int NOT NULL'");
    }
    PrintStream out = surroundings.out();
    List<Dialect> dialects = dialects(arguments.get());
    for (Dialect dialect : dialects) {
      print(dialect, sql, out);
    }
    out.println("Measured on tables with rows, on " + servers(dialects) + ".");
    return ExitCode.CLEAN;
  }

  private static List<Dialect> dialects(Arguments arguments) {
    return arguments
        .last("--dialect")
        .map(name -> List.of(KnownWords.dialect(name)))
        .orElse(List.of(Dialect.values()));
  }

  private static void print(Dialect dialect, String sql, PrintStream out) {
    Likeness.Match match = new Likeness(dialect).find(sql);
    if (match.operations().isEmpty()) {
      out.println(dialect.title() + ": nothing like this was measured.");
    } else if (!match.exact()) {
      out.println(dialect.title() + ": this was not measured; what is nearest to it:");
    }
    for (Operation operation : match.operations().stream().limit(MOST).toList()) {
      FactRows.print(dialect, operation, out);
    }
    int rest = match.operations().size() - MOST;
    if (rest > 0) {
      out.println("and " + rest + " more; say more of the statement to see fewer.");
    }
    out.println();
  }

  private static String servers(List<Dialect> dialects) {
    return dialects.stream()
        .map(
            dialect ->
                dialect.title()
                    + " "
                    + Facts.of(dialect).servers().stream()
                        .map(Version::toString)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe facts");
    spec.usageMessage()
        .description(
            "%nPrints what servers were measured to do with such a statement on a table with rows: which locks they took,"
                + " and whether they read or wrote the table.%n")
        .footer(
            "",
            "Examples:",
            "  tiptoe facts 'ALTER TABLE t ADD COLUMN c int NOT NULL'",
            "  tiptoe facts --dialect mysql 'CREATE INDEX i ON t (c)'");
    spec.addOption(
        LintSpec.oneOf(
            "--dialect",
            "NAME",
            "postgresql, mysql or mariadb; without it all three.",
            KnownWords.dialects()));
    return spec.addPositional(
        LintSpec.words("SQL").description("One statement, in quotes.").build());
  }
}
