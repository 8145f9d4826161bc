package dev.tiptoe.config;

/** A value that is in force, and who said so. */
public record Setting<T>(T value, Origin origin) {}
