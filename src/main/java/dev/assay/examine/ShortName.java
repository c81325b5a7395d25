package dev.assay.examine;

import dev.assay.diagnostic.AssayBug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name cut so that every warehouse takes it: the beginning, and a hash of the whole. As dbt cuts the names of tests. */
final class ShortName {

    private static final int LONGEST = 63;
    private static final int KEPT = 30;

    private ShortName() {}

    static String of(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, KEPT) + "_" + hash(name);
    }

    // Not for safety: two names must only not meet, and users of dbt find the relation under the name they know.
    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssayBug("every Java has MD5", missing);
        }
    }
}
