/**
 * Which files are migrations, which database and which configuration each is for, and how their
 * bytes are read and written. It never judges what a file says.
 */
@NullMarked
package dev.tiptoe.project;

import org.jspecify.annotations.NullMarked;
