package dev.assay.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long texts: two texts that differ hardly ever have the same digest. */
public final class Digest {

    private Digest() {}

    /** As 64 hexadecimal digits. */
    public static String sha256(String text) {
        return hex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] sha256(byte[] bytes) {
        return algorithm("SHA-256").digest(bytes);
    }

    /** Reads to the end, and holds no more than a piece at a time. */
    public static String sha256(InputStream bytes) throws IOException {
        var digesting = new DigestInputStream(bytes, algorithm("SHA-256"));
        digesting.transferTo(OutputStream.nullOutputStream());
        return hex(digesting.getMessageDigest().digest());
    }

    /** Of several texts: each ends with a zero byte, so that no two lists of texts read the same. */
    public static String sha256(Iterable<String> parts) {
        MessageDigest digest = algorithm("SHA-256");
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return hex(digest.digest());
    }

    /** As dbt's names have it, as 32 hexadecimal digits. Not for safety. */
    public static String md5(String text) {
        return hex(algorithm("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + name, impossible);
        }
    }
}
