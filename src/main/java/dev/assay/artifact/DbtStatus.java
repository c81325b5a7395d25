package dev.assay.artifact;

import dev.assay.result.Status;

/** Our statuses in dbt's closed words. */
final class DbtStatus {

    private DbtStatus() {}

    /** A node that did not become visible was skipped or went wrong, whatever was built for it. */
    static String ofNode(Status status) {
        return switch (status) {
            case SUCCESS, PASS, WARN -> "success";
            case FAIL, ERROR -> "error";
            case SKIPPED, HELD -> "skipped";
            case NO_OP -> "no-op";
        };
    }

    static String ofTest(Status status) {
        return switch (status) {
            case SUCCESS, PASS -> "pass";
            case WARN -> "warn";
            case FAIL -> "fail";
            case ERROR -> "error";
            case SKIPPED, HELD, NO_OP -> "skipped";
        };
    }
}
