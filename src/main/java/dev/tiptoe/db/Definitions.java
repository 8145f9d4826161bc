package dev.tiptoe.db;

import java.util.List;
import java.util.Set;

/**
 * What a server says of its tables, as statements that would make them.
 *
 * @param session the statement that makes names mean what they mean on the server's connection
 * @param statements in an order in which each finds what it needs
 * @param invalidIndexes the names of those that are not finished and in no statement
 */
record Definitions(String session, List<String> statements, Set<String> invalidIndexes) {}
