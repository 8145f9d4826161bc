package dev.tiptoe.bench;

/**
 * What one process took.
 *
 * @param wall milliseconds from its start to its end
 * @param cpu milliseconds that it and its children were computing
 * @param memory the most megabytes (of 1024 KiB) that it, or the largest of its children, had in
 *     memory; NaN where nothing tells
 */
record Sample(double wall, double cpu, double memory) {}
