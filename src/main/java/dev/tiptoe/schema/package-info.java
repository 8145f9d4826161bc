/**
 * What is known of the database at one point of a run: the tables, columns and types that the
 * statements so far have made or changed, and the session they run in. What is not known is
 * unknown, never absent.
 */
@NullMarked
package dev.tiptoe.schema;

import org.jspecify.annotations.NullMarked;
