package dev.assay.template;

import java.time.Duration;

/** What one rendering may take before it is called endless. */
public record Limits(Duration time, int characters) {

    public static final Limits USUAL = new Limits(Duration.ofSeconds(10), 16 * 1024 * 1024);
}
