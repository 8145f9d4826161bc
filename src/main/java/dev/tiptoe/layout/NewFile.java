package dev.tiptoe.layout;

/**
 * A file to be written.
 *
 * @param path below the folder of migrations, with slashes
 */
public record NewFile(String path, String text) {}
