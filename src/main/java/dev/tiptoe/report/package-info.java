/**
 * Findings in the formats that people and programs read, one class each, written to an {@link
 * java.lang.Appendable}. It never opens a file or a stream and never decides an exit code.
 */
@NullMarked
package dev.tiptoe.report;

import org.jspecify.annotations.NullMarked;
