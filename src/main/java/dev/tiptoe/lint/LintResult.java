package dev.tiptoe.lint;

import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import java.util.List;

/**
 * What a run over one script found.
 *
 * @param findings in the order of their places
 * @param crashes what went wrong in a rule: our own bugs, fit to be reported
 * @param schema what is in the database after the script
 */
public record LintResult(
    Script script, List<Finding> findings, List<String> crashes, Catalog schema) {}
