/**
 * Everything that speaks to a database: where one is, questions and statements, the definitions
 * that it holds, read into the words of {@link dev.tiptoe.schema.Catalog}, and locks. It never
 * decides what to do, and never shows a password.
 */
@NullMarked
package dev.tiptoe.db;

import org.jspecify.annotations.NullMarked;
