package dev.assay.result;

import java.util.Locale;

/** How a node or a test ended. */
public enum Status {
    SUCCESS,
    PASS,
    WARN,
    FAIL,
    ERROR,
    SKIPPED,
    /** Built and proven, and kept from readers because something it needs was not published. */
    HELD,
    NO_OP;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether what needs this one cannot go on. */
    public boolean blocks() {
        return this == FAIL || this == ERROR || this == SKIPPED;
    }

    /** Whether a run with this in it ends with exit code 0. */
    public boolean isGood() {
        return this == SUCCESS || this == PASS || this == WARN || this == NO_OP;
    }
}
