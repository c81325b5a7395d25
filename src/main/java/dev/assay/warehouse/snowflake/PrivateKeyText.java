package dev.assay.warehouse.snowflake;

import dev.assay.warehouse.WarehouseError;
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
 */
record PrivateKeyText(String called, String text, Optional<String> passphrase) {

    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

    static PrivateKey read(SnowflakeCredential.KeyFile file) {
        String called = "the private key " + file.written();
        try {
            String text = new String(Files.readAllBytes(file.file()), StandardCharsets.UTF_8);
            return new PrivateKeyText(called, text, file.passphrase()).key();
        } catch (IOException unreadable) {
            throw refusal(called + " cannot be read"
                    + (Files.exists(file.file()) ? "" : "\nthere is no such file, seen from profiles.yml"));
        }
    }

    /** @throws WarehouseError that says what is wrong with it, and shows nothing of it */
    PrivateKey key() {
        if (text.contains("BEGIN RSA PRIVATE KEY")) {
            throw refusal(called + " is in an older form (PKCS#1)\nopenssl pkcs8 -topk8 -nocrypt makes the one that is"
                    + " wanted (PKCS#8)");
        }
        boolean encrypted = text.contains(ENCRYPTED) || (!text.contains("PRIVATE KEY") && passphrase.isPresent());
        if (encrypted && passphrase.isEmpty()) {
            throw refusal(called + " is encrypted, and there is no `private_key_passphrase`");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(encrypted ? decrypted(bytes) : plain(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException wrong) {
            throw refusal(
                    encrypted
                            ? called + " cannot be opened: `private_key_passphrase` is another one's"
                            : called + " holds no private key in PEM (PKCS#8, RSA)");
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
                .generateSecret(new PBEKeySpec(passphrase.orElseThrow().toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    private static WarehouseError refusal(String words) {
        return WarehouseError.of(WarehouseError.Kind.UNREACHABLE, words);
    }
}
