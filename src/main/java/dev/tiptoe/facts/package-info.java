/**
 * What real servers were measured to do with an operation on a table that has rows, by type and
 * version. It judges nothing and proposes nothing.
 */
@NullMarked
package dev.tiptoe.facts;

import org.jspecify.annotations.NullMarked;
