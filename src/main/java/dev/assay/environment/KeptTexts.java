package dev.assay.environment;

import dev.assay.source.Digest;
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
        return new Digests(sql.map(Digest::sha256), Optional.of(Digest.sha256(definition)));
    }

    /** Both texts by their digests. */
    public SortedMap<String, String> byDigest() {
        var texts = new TreeMap<String, String>();
        sql.ifPresent(text -> texts.put(Digest.sha256(text), text));
        texts.put(Digest.sha256(definition), definition);
        return texts;
    }
}
