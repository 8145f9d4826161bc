package dev.tiptoe.sql;

/**
 * How MySQL and MariaDB treat a value that does not fit; PostgreSQL knows no such thing and is
 * always strict.
 */
public enum SqlMode {
  /** They refuse it. */
  STRICT,
  /** They bend it and warn. */
  LENIENT
}
