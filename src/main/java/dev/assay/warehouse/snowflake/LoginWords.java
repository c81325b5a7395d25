package dev.assay.warehouse.snowflake;

import java.sql.SQLException;
import java.util.Optional;

/** What a refused login is told as: what is wrong and what to look at. No secret is among it. */
record LoginWords(SnowflakeOutput output) {

    String of(SQLException refused) {
        String said = String.valueOf(refused.getMessage()).strip();
        String account = output.address().account();
        String user = output.user();
        String headline = switch (refused.getErrorCode()) {
            case 390100 ->
                "Snowflake refuses the password of `" + user + "`, or knows no such user in `" + account + "`";
            case 390101, 390102 -> "the user `" + user + "` is locked or disabled in `" + account + "`";
            case 390144 ->
                "Snowflake refuses the key of `" + user + "`: the user's RSA_PUBLIC_KEY is not the other half of it";
            case 390318, 394400, 390303, 390195 -> "the token of `" + user + "` is too old, or is none: get a new one";
            case 390189 -> "the role " + named(output.role()) + " does not exist, or `" + user + "` does not have it";
            case 390201 -> missing(said);
            default ->
                isSilent(said)
                        ? "nobody answers as the account `" + account + "`: look at `account`, and at the way to "
                                + host()
                        : "Snowflake refuses the login of `" + user + "` to `" + account + "`";
        };
        return headline + "\nSnowflake says: " + said;
    }

    private static String named(Optional<String> name) {
        return name.map(given -> "`" + given + "`").orElse("of the user");
    }

    private String missing(String said) {
        String what = said.contains("warehouse")
                ? "the warehouse " + named(output.warehouse())
                : "the database `" + output.database() + "`";
        return what + " does not exist, or "
                + output.role().map(role -> "the role `" + role + "`").orElse("`" + output.user() + "`")
                + " may not use it";
    }

    private static boolean isSilent(String said) {
        return said.contains("communication error") || said.contains("HTTP status") || said.contains("timed out");
    }

    private String host() {
        return output.address().url().replaceFirst("^jdbc:snowflake://", "").replaceFirst("/$", "");
    }
}
