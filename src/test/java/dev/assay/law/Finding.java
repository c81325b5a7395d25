package dev.assay.law;

import java.util.List;

/** A sequence after which the law does not hold: what was done, and what is wrong. */
record Finding(List<Step> steps, List<String> transcript, List<String> broken) {

    /** What two findings of the same cause have in common: the first complaint, without names and numbers. */
    String likeness() {
        return broken.getFirst()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\b\\w*[._@\\d]\\w*\\b", "#")
                .replaceAll("[\\[\\(].*", "");
    }

    @Override
    public String toString() {
        return "the law is broken after " + steps.size() + " steps:\n  " + String.join("\n  ", broken)
                + "\nwhat was done:\n  " + String.join("\n  ", transcript);
    }
}
