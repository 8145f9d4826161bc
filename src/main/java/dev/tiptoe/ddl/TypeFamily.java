package dev.tiptoe.ddl;

/**
 * What kind of values a column type holds, as far as a neutral value or an implicit fill depends on
 * it.
 */
public enum TypeFamily {
  INTEGER,
  DECIMAL,
  FLOAT,
  BOOLEAN,
  /** CHAR and VARCHAR. */
  CHARACTER,
  /**
   * TEXT; on MySQL and MariaDB also its TINY, MEDIUM and LONG forms, which take no literal default
   * on MySQL.
   */
  TEXT,
  /** BINARY(n), filled up to its length. */
  BINARY,
  /** VARBINARY. */
  VARBINARY,
  BLOB,
  /** PostgreSQL's bytea. */
  BYTES,
  BIT,
  DATE,
  TIME,
  DATETIME,
  TIMESTAMP,
  YEAR,
  INTERVAL,
  JSON,
  ENUM,
  SET,
  UUID,
  SPATIAL,
  ARRAY,
  /** Serial types: the server numbers the rows itself. */
  SERIAL,
  /**
   * A type the server does not bring along: an enum, a domain, a composite or an extension's type.
   */
  USER_DEFINED,
  OTHER
}
