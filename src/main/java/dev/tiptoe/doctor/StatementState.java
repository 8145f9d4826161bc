package dev.tiptoe.doctor;

import dev.tiptoe.sql.Statement;

/**
 * A statement of a migration and what of it is in the database.
 *
 * @param evidence what was seen there, fit for people, such as {@code column "a" is there, but may
 *     hold NULL}
 */
public record StatementState(Statement statement, Presence presence, String evidence) {}
