/**
 * Proves on real servers that what a finding says is what the server does, and that a rewritten
 * script runs on a table with rows and ends in the schema that its author wanted.
 */
package dev.tiptoe.proof;
