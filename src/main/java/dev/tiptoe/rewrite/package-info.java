/**
 * Writes the safe form of a statement in its author's hand: letter case, indentation, line endings,
 * names as they were quoted. It finds nothing and reports nothing; rules ask it for a fix or for
 * the reason why there is none.
 */
@NullMarked
package dev.tiptoe.rewrite;

import org.jspecify.annotations.NullMarked;
