/**
 * Which files are migrations, which tool, database and configuration each is for, what git knows of
 * their past, and how their bytes are read and written. It never judges what a file says, and never
 * opens a file with secrets.
 */
@NullMarked
package dev.tiptoe.project;

import org.jspecify.annotations.NullMarked;
