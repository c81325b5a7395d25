package dev.assay.template;

import java.time.Duration;

/**
 * What one rendering may take before it is called endless.
 *
 * @param grace how long it may go on after it was interrupted, before the process gives up on it
 */
public record RenderLimits(Duration time, int characters, Duration grace) {

    public static final RenderLimits USUAL =
            new RenderLimits(Duration.ofSeconds(10), 16 * 1024 * 1024, Duration.ofSeconds(5));

    public RenderLimits(Duration time, int characters) {
        this(time, characters, USUAL.grace());
    }
}
