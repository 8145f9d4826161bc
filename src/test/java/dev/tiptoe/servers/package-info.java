/**
 * Real PostgreSQL, MySQL and MariaDB servers for tests, with what a test needs to look at them:
 * databases, scripts, schema snapshots, rows and a writer in the background. It never looks at
 * Tiptoe's own classes, so that it can be held against them.
 */
package dev.tiptoe.servers;
