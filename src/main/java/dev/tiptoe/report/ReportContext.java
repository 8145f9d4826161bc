package dev.tiptoe.report;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What reports say beside findings.
 *
 * @param version of this program
 * @param home the address of the project
 * @param rules what is known of a rule, by its id
 * @param paths turns a path as people named it into one that other programs understand: from the
 *     top of the repository
 */
public record ReportContext(
    String version, String home, Function<String, RuleText> rules, UnaryOperator<String> paths) {

  RuleText rule(String id) {
    return rules.apply(id);
  }

  String path(String shown) {
    return paths.apply(shown);
  }
}
