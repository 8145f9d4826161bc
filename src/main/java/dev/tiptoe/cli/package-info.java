/**
 * The command line: arguments in, report and exit code out. It is the only package that prints, and
 * the only one that chooses an exit code; it never judges SQL.
 */
@NullMarked
package dev.tiptoe.cli;

import org.jspecify.annotations.NullMarked;
