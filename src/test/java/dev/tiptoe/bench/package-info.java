/** The comparison of whole processes, held to its word; it never looks at a figure. */
package dev.tiptoe.bench;
