/**
 * One class per danger, and the one list of them. A rule asks its context and never reads SQL or
 * the catalog itself.
 */
@NullMarked
package dev.tiptoe.rules;

import org.jspecify.annotations.NullMarked;
