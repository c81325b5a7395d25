package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.yaml.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a user proves who he is. */
sealed interface SnowflakeCredential {

    /** @param passcode of a second factor */
    record Password(String password, Optional<String> passcode) implements SnowflakeCredential {}

    /**
     * One half of a key pair, of which Snowflake knows the other.
     *
     * @param written the path as in profiles.yml, for messages
     */
    record KeyFile(Path file, String written, Optional<String> passphrase) implements SnowflakeCredential {}

    /** The key itself, in PEM or as its base64 alone. */
    record Key(String key, Optional<String> passphrase) implements SnowflakeCredential {}

    /** @param authenticator the driver's word for what kind of token it is */
    record Token(String authenticator, String token) implements SnowflakeCredential {}

    /** Somebody logs in by hand: {@code externalbrowser}, or the address of a provider of identities. */
    record ByHand(String authenticator, Optional<String> password) implements SnowflakeCredential {}

    static SnowflakeCredential read(Fields fields, Path folder) {
        Optional<String> keyFile = fields.text("private_key_path");
        Optional<String> key = fields.text("private_key");
        Optional<String> passphrase = fields.text("private_key_passphrase");
        String authenticator = fields.text("authenticator").orElse("").toLowerCase(Locale.ROOT);
        if (keyFile.isPresent()) {
            return new KeyFile(folder.resolve(keyFile.get()), keyFile.get(), passphrase);
        }
        if (key.isPresent()) {
            return new Key(key.get(), passphrase);
        }
        return switch (authenticator) {
            case "", "snowflake", "username_password_mfa" -> new Password(password(fields), fields.text("passcode"));
            case "oauth", "programmatic_access_token" ->
                new Token(authenticator, fields.required("token").orElse(""));
            case "externalbrowser" -> new ByHand(authenticator, Optional.empty());
            case String address when address.startsWith("https://") -> new ByHand(address, fields.text("password"));
            case "snowflake_jwt", "jwt" -> {
                fields.required("private_key_path");
                yield new Password("", Optional.empty());
            }
            default -> {
                fields.word(
                        "authenticator",
                        List.of(
                                "snowflake",
                                "username_password_mfa",
                                "snowflake_jwt",
                                "oauth",
                                "programmatic_access_token",
                                "externalbrowser"));
                yield new Password("", Optional.empty());
            }
        };
    }

    private static String password(Fields fields) {
        Optional<String> password = fields.text("password");
        if (password.isEmpty()) {
            fields.problems()
                    .add(Diagnostic.error(
                                    Code.MISSING_KEY,
                                    fields.place("user"),
                                    "a snowflake output says nothing to log in with")
                            .help("give `password`, `private_key_path`, or `authenticator` with what it needs"));
        }
        return password.orElse("");
    }
}
