package dev.tiptoe.db;

import java.time.Duration;

/**
 * How long is waited; zero is as long as it takes.
 *
 * @param connect for the server to let one in
 * @param statement for one statement, its waiting for locks included
 * @param lock for a lock
 */
public record Patience(Duration connect, Duration statement, Duration lock) {}
