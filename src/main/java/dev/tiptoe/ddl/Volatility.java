package dev.tiptoe.ddl;

/** Whether a routine gives one value in a statement. */
public enum Volatility {
  /** It does; what PostgreSQL calls IMMUTABLE is also that. */
  STABLE,
  /** It may give another value each time. */
  VOLATILE,
  UNKNOWN
}
