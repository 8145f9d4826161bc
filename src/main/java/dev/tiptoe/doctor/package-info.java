/**
 * What became of a migration that did not end well, and the one way out of it: the tool's own
 * records, the file and the database are held against each other, statement by statement. It never
 * prints, and changes nothing until it is told to.
 */
@NullMarked
package dev.tiptoe.doctor;

import org.jspecify.annotations.NullMarked;
