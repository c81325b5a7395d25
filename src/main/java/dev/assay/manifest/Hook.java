package dev.assay.manifest;

import dev.assay.source.SourceFile;

/** SQL of the project file that runs before or after everything: {@code on-run-start}, {@code on-run-end}. */
public record Hook(String name, Moment moment, int position, SourceFile code) {

    public enum Moment {
        RUN_START,
        RUN_END
    }
}
