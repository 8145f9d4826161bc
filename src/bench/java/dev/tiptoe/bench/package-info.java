/**
 * Inputs of any size, and the time and memory that whole processes take over them. It needs nothing
 * but a JDK and bash, and never calls the code that it measures.
 */
package dev.tiptoe.bench;
