package dev.tiptoe.servers;

import java.util.List;

/**
 * A column to be filled.
 *
 * @param type the bare name of the type, of the elements in an array
 * @param length the longest text or number of bits, or the precision; 0 if there is no limit
 * @param labels the values of an enum or set
 * @param supplied what the server does by itself
 */
record FillColumn(
    String name,
    String quoted,
    String type,
    int length,
    int scale,
    boolean array,
    boolean nullable,
    Supplied supplied,
    List<String> labels) {

  /** What the server puts into a column of which an INSERT says nothing. */
  enum Supplied {
    NOTHING,
    A_DEFAULT,
    A_NUMBER,
    ALWAYS
  }
}
