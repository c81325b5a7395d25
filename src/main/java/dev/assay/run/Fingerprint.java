package dev.assay.run;

import dev.assay.diagnostic.AssayBug;
import dev.assay.manifest.Seed;
import dev.assay.materialize.Blueprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** A short name for all that decides what a node becomes, its inputs aside: the same fingerprint, the same work. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Blueprint blueprint) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            put(digest, blueprint.published().toString());
            put(digest, new TreeMap<>(blueprint.node().config().values()).toString());
            blueprint.node().description().columns().stream()
                    .filter(column -> !column.constraints().isEmpty())
                    .forEach(column -> put(digest, column.name() + column.constraints()));
            put(digest, blueprint.lasting().map(Object::toString).orElse(""));
            put(digest, blueprint.node() instanceof Seed seed ? seed.checksum() : "");
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssayBug("every Java has SHA-256", impossible);
        }
    }

    // Each part ends with a zero byte, so that no two lists of parts read the same.
    private static void put(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
