/**
 * Text to tokens to statements to changes, for one target; also those of statements that stand in
 * code or in a string, as far as the file spells them out. The tokens are the authority on places,
 * names and flags; JSqlParser reads what they leave open, in one class, and its types never leave
 * this package. It never throws on input.
 */
@NullMarked
package dev.tiptoe.sql;

import org.jspecify.annotations.NullMarked;
