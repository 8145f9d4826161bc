package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Name;

/**
 * A column that is there and may still hold NULL, although the migration wants it to hold none.
 *
 * @param table as the database has it, with its schema
 */
public record RequiredColumnLeft(Name table, Name column) {}
