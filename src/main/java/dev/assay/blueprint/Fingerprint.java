package dev.assay.blueprint;

import dev.assay.manifest.Relational;
import dev.assay.manifest.Seed;
import dev.assay.source.Digest;
import java.util.ArrayList;
import java.util.TreeMap;

/** A short name for all that decides what a node becomes, its inputs aside: the same fingerprint, the same work. */
public final class Fingerprint {

    private Fingerprint() {}

    /** @param matter the SQL of a model, or what it is made from; the digest of a seed's file */
    static String of(Relational node, String matter) {
        var parts = new ArrayList<String>();
        parts.add(node.relation().toString());
        parts.add(new TreeMap<>(node.config().values()).toString());
        node.description().columns().stream()
                .filter(column -> !column.constraints().isEmpty())
                .forEach(column -> parts.add(column.name() + column.constraints()));
        parts.add(node instanceof Seed ? "" : matter);
        parts.add(node instanceof Seed ? matter : "");
        return Digest.sha256(parts).substring(0, 32);
    }
}
