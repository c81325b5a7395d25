package dev.assay.warehouse.snowflake.server;

/** What the service says no to: its number, its SQLState, its words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String state;

    Refusal(String code, String state, String words) {
        super(words);
        this.code = code;
        this.state = state;
    }

    static Refusal unsupported(String what) {
        return new Refusal("000002", "0A000", "Unsupported feature '" + what + "'.");
    }

    static Refusal sessionGone() {
        return new Refusal("390104", "08001", "Must specify a valid session token.");
    }

    String code() {
        return code;
    }

    String state() {
        return state;
    }
}
