/**
 * What came before a migration: replays the files in front of it into the schema that it meets, and
 * tells from git what is new and what databases have run already. Never judges a migration.
 */
@NullMarked
package dev.tiptoe.history;

import org.jspecify.annotations.NullMarked;
