package dev.assay.warehouse.snowflake.server;

import dev.assay.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Checks the signed token that a key pair's owner logs in with. */
final class KeyPairToken {

    private KeyPairToken() {}

    /** @throws Refusal when it is not signed by the user's key, names somebody else or is too old */
    static void check(String token, String account, String user, PublicKey key) {
        String[] parts = token.split("\\.", -1);
        if (key == null || parts.length != 3 || !isSigned(parts, key)) {
            throw invalid();
        }
        Map<String, Object> claims = Request.object(JsonReader.readText(
                "claims", new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
        String subject = account + "." + user;
        boolean matches = (subject + "." + fingerprint(key)).equals(claims.get("iss"))
                && subject.equals(claims.get("sub"))
                && claims.get("exp") instanceof Long expiry
                && Instant.now().isBefore(Instant.ofEpochSecond(expiry));
        if (!matches) {
            throw invalid();
        }
    }

    private static boolean isSigned(String[] parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    private static String fingerprint(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return "SHA256:" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Refusal invalid() {
        return new Refusal("390144", "08001", "JWT token is invalid.");
    }
}
