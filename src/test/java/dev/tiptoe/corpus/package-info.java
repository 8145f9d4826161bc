/**
 * Holds Tiptoe against real migrations that lie beside the project, and real servers; without them
 * these tests are skipped.
 */
package dev.tiptoe.corpus;
