package dev.assay.manifest;

/** A block of text for descriptions, from {@code docs/*.md}. */
public record Doc(ResourceId id, String name, Identity identity, Description description, Config config)
        implements Resource {}
