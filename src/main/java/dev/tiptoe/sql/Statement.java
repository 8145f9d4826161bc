package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.List;

/**
 * One statement of a file and what it changes.
 *
 * @param span from its first token to its last, without the delimiter
 * @param delimiter the place of the {@code ;} or other delimiter that ends it; empty at the end of
 *     the statement if none does
 * @param separator the delimiter in force here, whether or not this statement has one
 */
public record Statement(Span span, Span delimiter, String separator, List<Change> changes)
    implements Located {}
