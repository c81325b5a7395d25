package dev.assay.examine;

import dev.assay.source.Digest;

/** A name cut so that every warehouse takes it: the beginning, and a hash of the whole. As dbt cuts the names of tests. */
final class ShortName {

    private static final int LONGEST = 63;
    private static final int KEPT = 30;

    private ShortName() {}

    static String of(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, KEPT) + "_" + Digest.md5(name);
    }
}
