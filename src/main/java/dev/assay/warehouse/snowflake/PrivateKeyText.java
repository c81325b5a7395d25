package dev.assay.warehouse.snowflake;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import dev.assay.warehouse.snowflake.SnowflakeCredential.Passphrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A private key as text: PEM with its first and last line, or what stands between them.
 *
 * @param called what people know it by
 * @param place where the profile names it
 */
record PrivateKeyText(String called, String text, Span place, Optional<Passphrase> passphrase) {

    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

    static PrivateKeyText of(SnowflakeCredential.Key key) {
        return new PrivateKeyText("`private_key`", key.key(), key.place(), key.passphrase());
    }

    /** @throws ProblemsFound when there is nothing to read */
    static PrivateKeyText read(SnowflakeCredential.KeyFile file) {
        String called = "the private key " + file.written();
        try {
            String text = new String(Files.readAllBytes(file.file()), StandardCharsets.UTF_8);
            return new PrivateKeyText(called, text, file.place(), file.passphrase());
        } catch (IOException unreadable) {
            var problem = Diagnostic.error(Code.FILE_UNREADABLE, file.place(), called + " cannot be read");
            throw new ProblemsFound(
                    Files.exists(file.file())
                            ? problem
                            : problem.note("there is no such file, seen from profiles.yml"));
        }
    }

    /** @throws ProblemsFound that says what is wrong with it, and shows nothing of it */
    PrivateKey key() {
        if (text.contains("BEGIN RSA PRIVATE KEY")) {
            throw new ProblemsFound(wrong(place, called + " is in an older form (PKCS#1)")
                    .help("openssl pkcs8 -topk8 -nocrypt makes the one that is wanted (PKCS#8)"));
        }
        boolean encrypted = text.contains(ENCRYPTED) || (!text.contains("PRIVATE KEY") && passphrase.isPresent());
        if (encrypted && passphrase.isEmpty()) {
            throw new ProblemsFound(Diagnostic.error(
                    Code.MISSING_KEY, place, called + " is encrypted, and there is no `private_key_passphrase`"));
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(encrypted ? decrypted(bytes) : plain(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException wrong) {
            throw new ProblemsFound(
                    encrypted
                            ? wrong(
                                    passphrase.orElseThrow().place(),
                                    called + " cannot be opened: `private_key_passphrase` is another one's")
                            : wrong(place, called + " holds no private key in PEM (PKCS#8, RSA)"));
        }
    }

    private static PKCS8EncodedKeySpec plain(byte[] bytes) throws InvalidKeySpecException {
        if (bytes.length == 0) {
            throw new InvalidKeySpecException("nothing in it");
        }
        return new PKCS8EncodedKeySpec(bytes);
    }

    private PKCS8EncodedKeySpec decrypted(byte[] bytes) throws GeneralSecurityException, IOException {
        var info = new EncryptedPrivateKeyInfo(bytes);
        // The parameters' own words name the real algorithm; the outer name is only that of a family.
        String algorithm = info.getAlgParameters().toString();
        var secret = SecretKeyFactory.getInstance(algorithm)
                .generateSecret(new PBEKeySpec(passphrase.orElseThrow().text().toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    private static Diagnostic wrong(Span place, String headline) {
        return Diagnostic.error(Code.WRONG_VALUE, place, headline);
    }
}
