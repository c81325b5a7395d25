package dev.assay.select;

/** How many edges up or down a term reaches. */
record Reach(int steps) {

    private static final int NOT_AT_ALL = -1;

    static final Reach NONE = new Reach(NOT_AT_ALL);
    static final Reach ALL = new Reach(Integer.MAX_VALUE);

    /** @param digits what stands beside a plus; nothing means as far as the edges lead */
    static Reach of(String digits) {
        return switch (digits.length()) {
            case 0 -> ALL;
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> new Reach(Integer.parseInt(digits));
            // More steps than any project has edges.
            default -> ALL;
        };
    }

    boolean exists() {
        return steps != NOT_AT_ALL;
    }

    /** What stands beside the plus. */
    String digits() {
        return this.equals(ALL) ? "" : String.valueOf(steps);
    }
}
