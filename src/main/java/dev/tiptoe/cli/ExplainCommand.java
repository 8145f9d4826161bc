package dev.tiptoe.cli;

import dev.tiptoe.facts.Facts;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe explain RULE}: prints the page of a rule. */
final class ExplainCommand {

  private ExplainCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    Optional<Arguments> arguments = Arguments.read(args, ExplainCommand::spec, surroundings);
    if (arguments.isEmpty()) {
      return ExitCode.CLEAN;
    }
    List<String> words = arguments.get().words();
    if (words.size() != 1) {
      throw new UsageError("name one rule to explain; tiptoe rules lists them all");
    }
    String rule = words.get(0);
    List<String> ids = Rules.ALL.stream().map(Rule::id).toList();
    if (!ids.contains(rule)) {
      throw new UsageError(
          UsageError.unknown("rule", rule, ids).getMessage() + " tiptoe rules lists them all.");
    }
    Optional<String> page = RulePages.page(rule);
    surroundings
        .out()
        .println(
            page.map(String::stripTrailing).orElse("There is no page about " + rule + " yet."));
    measurements(RulePages.operations(page.orElse("")), surroundings.out());
    return ExitCode.CLEAN;
  }

  private static void measurements(List<String> operations, PrintStream out) {
    if (operations.isEmpty()) {
      return;
    }
    out.println();
    out.println("## What was measured");
    for (Dialect dialect : Dialect.values()) {
      for (String operation : operations) {
        Facts.of(dialect)
            .operation(operation)
            .ifPresent(
                measured -> {
                  out.println();
                  FactRows.print(dialect, measured, out);
                });
      }
    }
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe explain");
    spec.usageMessage()
        .description(
            "%nPrints the page of a rule: what it finds, with examples, and what servers were measured to do.%n")
        .footer("", "Example:", "  tiptoe explain add-not-null-column");
    return spec.addPositional(
        LintSpec.words("RULE")
            .description("The word in brackets in a report; tiptoe rules lists them all.")
            .completionCandidates(() -> Rules.ALL.stream().map(Rule::id).iterator())
            .build());
  }
}
