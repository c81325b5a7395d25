package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a user proves who he is. */
sealed interface SnowflakeCredential {

    String BROWSER = "externalbrowser";

    /** The user confirms each login on another device. */
    String CONFIRMED = "username_password_mfa";

    /**
     * @param passcode of a second factor; Snowflake accepts it once
     * @param isConfirmed whether the user confirms the login on another device
     */
    record Password(String password, Optional<String> passcode, boolean isConfirmed) implements SnowflakeCredential {}

    /**
     * One half of a key pair, of which Snowflake knows the other.
     *
     * @param written the path as in profiles.yml, for messages
     * @param place where it stands there
     */
    record KeyFile(Path file, String written, Span place, Optional<Passphrase> passphrase)
            implements SnowflakeCredential {}

    /** The key itself, in PEM or as its base64 alone. */
    record Key(String key, Span place, Optional<Passphrase> passphrase) implements SnowflakeCredential {}

    /** What opens a key that is encrypted. */
    record Passphrase(String text, Span place) {}

    /** @param authenticator the driver's word for what kind of token it is */
    record Token(String authenticator, String token) implements SnowflakeCredential {}

    /** Somebody logs in by hand: {@code externalbrowser}, or the address of a provider of identities. */
    record ByHand(String authenticator, Optional<String> password) implements SnowflakeCredential {}

    default boolean opensBrowser() {
        return this instanceof ByHand byHand && byHand.authenticator().equals(BROWSER);
    }

    static SnowflakeCredential read(Fields fields, Path folder) {
        Optional<Yaml.Scalar> keyFile = fields.scalar("private_key_path");
        Optional<Yaml.Scalar> key = fields.scalar("private_key");
        Optional<Passphrase> passphrase = fields.scalar("private_key_passphrase")
                .map(written -> new Passphrase(written.written(), written.span()));
        String authenticator = fields.text("authenticator").orElse("").toLowerCase(Locale.ROOT);
        if (keyFile.isPresent()) {
            String path = keyFile.get().written();
            return new KeyFile(folder.resolve(path), path, keyFile.get().span(), passphrase);
        }
        if (key.isPresent()) {
            return new Key(key.get().written(), key.get().span(), passphrase);
        }
        return switch (authenticator) {
            case "", "snowflake", CONFIRMED ->
                new Password(password(fields), fields.text("passcode"), authenticator.equals(CONFIRMED));
            case "oauth", "programmatic_access_token" ->
                new Token(authenticator, fields.required("token").orElse(""));
            case BROWSER -> new ByHand(authenticator, Optional.empty());
            case String address when address.startsWith("https://") -> new ByHand(address, fields.text("password"));
            case "snowflake_jwt", "jwt" -> {
                fields.required("private_key_path");
                yield new Password("", Optional.empty(), false);
            }
            default -> {
                fields.word(
                        "authenticator",
                        List.of(
                                "snowflake",
                                CONFIRMED,
                                "snowflake_jwt",
                                "oauth",
                                "programmatic_access_token",
                                BROWSER));
                yield new Password("", Optional.empty(), false);
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
