package dev.tiptoe.config;

import java.util.List;

/** What a text says, as far as it makes sense, and everything in it that does not. */
public record Parsed<T>(T value, List<Problem> problems) {}
