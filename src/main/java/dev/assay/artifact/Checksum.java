package dev.assay.artifact;

import dev.assay.diagnostic.AssayBug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By which readers of a manifest see that a file has changed. */
final class Checksum {

    private Checksum() {}

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new AssayBug("this Java has no SHA-256", missing);
        }
    }
}
