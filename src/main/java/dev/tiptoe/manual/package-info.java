/**
 * The command line described for shells and for {@code man}: completion scripts and the manual
 * page, made of picocli's model of the commands. It never runs a command, and knows of none by name
 * but {@code lint}, which may be left out.
 */
@NullMarked
package dev.tiptoe.manual;

import org.jspecify.annotations.NullMarked;
