/**
 * Which files are migrations, which tool at which version runs them, which database each is for,
 * and how their bytes are read and written. It never judges what a file says, and never opens a
 * file with secrets.
 */
@NullMarked
package dev.tiptoe.project;

import org.jspecify.annotations.NullMarked;
