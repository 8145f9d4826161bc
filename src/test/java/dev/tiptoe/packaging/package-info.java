/**
 * What is shipped, as those who get it use it: the launchers, and with the tag {@code release} what
 * {@code packaging/release} has built in target/release.
 */
package dev.tiptoe.packaging;
