/**
 * The migration tools: which files each of them runs and in which order, which part of a file runs
 * forward and in which transactions, and what the tool does about an applied file that changes. One
 * class for each tool. Never touches a file and never judges one.
 */
@NullMarked
package dev.tiptoe.layout;

import org.jspecify.annotations.NullMarked;
