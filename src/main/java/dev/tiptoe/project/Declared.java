package dev.tiptoe.project;

import java.nio.file.Path;

/** The word by which a project names its database, and the file that says so. */
record Declared(String provider, Path where) {}
