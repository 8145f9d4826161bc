/**
 * Measures on real servers what statements do to tables with rows, and holds the tables of facts
 * against that. It never judges what it finds.
 */
package dev.tiptoe.measure;
