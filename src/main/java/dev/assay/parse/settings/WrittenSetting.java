package dev.assay.parse.settings;

import dev.assay.source.Span;

/**
 * One setting as one file has it.
 *
 * @param place its key, or the call that makes it
 */
public record WrittenSetting(Object value, Span place) {}
