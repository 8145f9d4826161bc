/**
 * Runs rules over a script, honours its suppressions, and applies fixes until nothing changes. It
 * does no I/O and knows no single rule.
 */
@NullMarked
package dev.tiptoe.lint;

import org.jspecify.annotations.NullMarked;
