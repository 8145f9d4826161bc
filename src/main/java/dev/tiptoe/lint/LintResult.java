package dev.tiptoe.lint;

import dev.tiptoe.sql.Script;
import java.util.List;

/**
 * What a run over one script found.
 *
 * @param findings in the order of their places
 * @param crashes what went wrong in a rule: our own bugs, fit to be reported
 */
public record LintResult(Script script, List<Finding> findings, List<String> crashes) {}
