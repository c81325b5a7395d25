package dev.assay.quality;

import java.util.Locale;

/** What a broken assertion does: stop what is downstream, or only be told. */
public enum Severity {
    ERROR,
    WARN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
