/**
 * What tools and people have written down of a run: rows of a tool's table, also exported ones,
 * logs, and what the errors in them mean. It never looks into a database.
 */
@NullMarked
package dev.tiptoe.doctor.records;

import org.jspecify.annotations.NullMarked;
