/**
 * What a project has decided for itself: {@code tiptoe.json} and the baseline of findings it lives
 * with, read from their text and written back. Every value knows where it was set. It never looks
 * for a file, and never judges SQL.
 */
@NullMarked
package dev.tiptoe.config;

import org.jspecify.annotations.NullMarked;
