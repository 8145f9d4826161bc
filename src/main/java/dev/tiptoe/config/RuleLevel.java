package dev.tiptoe.config;

import dev.tiptoe.lint.Severity;
import java.util.Optional;

/**
 * How bad a project considers the findings of a rule.
 *
 * @param severity empty if the rule is off
 */
public record RuleLevel(String rule, Optional<Severity> severity) {}
