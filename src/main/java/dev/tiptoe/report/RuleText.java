package dev.tiptoe.report;

import dev.tiptoe.lint.Severity;

/**
 * What is known of a rule beside its findings.
 *
 * @param title one sentence
 * @param help some paragraphs of Markdown
 * @param severity its worst
 * @param address where its page is read
 */
public record RuleText(String title, String help, Severity severity, String address) {}
