package dev.tiptoe.cli;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code tiptoe explain RULE}: prints the page of a rule. */
final class ExplainCommand {

  private ExplainCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe explain");
    spec.usageMessage().description("Explains a rule; tiptoe rules lists them all.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("RULE")
            .type(String.class)
            .description("The word in brackets in a report.")
            .build());
    Optional<ParseResult> parsed = new CommandLineReader(spec).read(args, surroundings);
    if (parsed.isEmpty()) {
      return ExitCode.CLEAN;
    }
    List<String> ids = Rules.ALL.stream().map(Rule::id).toList();
    String rule = parsed.get().matchedPositionalValue(0, "");
    if (rule.isEmpty()) {
      throw new UsageError("name the rule to explain; tiptoe rules lists them all");
    }
    if (!ids.contains(rule)) {
      throw UsageError.unknown("rule", rule, ids);
    }
    Optional<String> page = RulePages.page(rule);
    surroundings
        .out()
        .println(
            page.map(String::stripTrailing).orElse("There is no page about " + rule + " yet."));
    return ExitCode.CLEAN;
  }
}
