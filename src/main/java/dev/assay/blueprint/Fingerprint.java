package dev.assay.blueprint;

import dev.assay.diagnostic.AssayBug;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Seed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** A short name for all that decides what a node becomes, its inputs aside: the same fingerprint, the same work. */
public final class Fingerprint {

    private Fingerprint() {}

    /** @param matter the SQL of a model, or what it is made from; the digest of a seed's file */
    static String of(Relational node, String matter) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            put(digest, node.relation().toString());
            put(digest, new TreeMap<>(node.config().values()).toString());
            node.description().columns().stream()
                    .filter(column -> !column.constraints().isEmpty())
                    .forEach(column -> put(digest, column.name() + column.constraints()));
            put(digest, node instanceof Seed ? "" : matter);
            put(digest, node instanceof Seed ? matter : "");
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
