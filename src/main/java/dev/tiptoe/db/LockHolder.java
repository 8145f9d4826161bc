package dev.tiptoe.db;

import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a lock, as far as the server tells.
 *
 * @param id the server's number of the connection
 * @param state such as {@code active} or {@code Query}
 * @param statement what it runs, or ran last
 * @param since when that began
 */
public record LockHolder(
    long id, String state, Optional<String> statement, Optional<Instant> since) {}
