package dev.tiptoe.ddl;

import java.util.List;

/**
 * What a foreign key points to.
 *
 * @param columns empty if it points to the primary key
 */
public record Reference(Name table, List<Name> columns) {}
