/**
 * A file's exact text, places in it and edits to it. Offsets are UTF-16 and half-open; every byte
 * outside an edit stays as it was. It never knows what SQL is.
 */
@NullMarked
package dev.tiptoe.text;

import org.jspecify.annotations.NullMarked;
