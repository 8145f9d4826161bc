/**
 * Lets migration tools apply what Tiptoe writes, and holds what Tiptoe says of a tool against the
 * tool. It never imitates a tool that can be had; where it must, the test says so.
 */
package dev.tiptoe.proof.tools;
