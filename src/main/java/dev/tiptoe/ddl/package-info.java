/**
 * What a statement does to a schema, in words that PostgreSQL, MySQL and MariaDB share: however it
 * was spelt, an index that is added is one {@link dev.tiptoe.ddl.Change.AddIndex}. It never reads
 * SQL.
 */
@NullMarked
package dev.tiptoe.ddl;

import org.jspecify.annotations.NullMarked;
