package dev.assay.environment;

import dev.assay.diagnostic.AssayBug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that are kept with a candidate: what its publication needs of the project as it was when the candidate was built.
 *
 * @param sql of a view or materialized view over published names; empty for a table, which is published with its rows, and
 *     where the text must not be stored
 * @param definition its settings, hooks and references
 */
public record KeptTexts(Optional<String> sql, String definition) {

    public Digests digests() {
        return new Digests(sql.map(KeptTexts::digest), Optional.of(digest(definition)));
    }

    /** Both texts by their digests. */
    public SortedMap<String, String> byDigest() {
        var texts = new TreeMap<String, String>();
        sql.ifPresent(text -> texts.put(digest(text), text));
        texts.put(digest(definition), definition);
        return texts;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssayBug("every Java has SHA-256", impossible);
        }
    }
}
