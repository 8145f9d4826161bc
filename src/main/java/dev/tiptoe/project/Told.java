package dev.tiptoe.project;

/**
 * Something that nobody said and that was found out.
 *
 * @param by what tells it, for people: words that follow "by"
 */
public record Told<T>(T value, String by) {}
