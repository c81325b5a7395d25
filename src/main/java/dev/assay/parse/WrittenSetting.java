package dev.assay.parse;

import dev.assay.source.Span;

/**
 * One setting as one file has it.
 *
 * @param place its key, or the call that makes it
 */
record WrittenSetting(Object value, Span place) {}
