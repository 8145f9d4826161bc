package dev.tiptoe.facts;

/** How MySQL and MariaDB carry out an ALTER TABLE; cheapest first. */
public enum Algorithm {
  INSTANT,
  NOCOPY,
  INPLACE,
  COPY
}
