package dev.assay.warehouse;

import dev.assay.sql.RelationName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Names of ours that stand beside the published ones, in the same schema: they are told by how they end. */
public final class InternalNames {

    /** Bytes of a name in Postgres, which cuts a longer one without a word. */
    private static final int SHORTEST_LIMIT = 63;

    private static final String CANDIDATE = "__assay_candidate";
    private static final String STAGED = "__assay_staged";
    private static final String RETIRED = "__assay_retired";

    private static final String CUT = "__assay_cut_";
    private static final Pattern IN_CUT = Pattern.compile("(.*)" + CUT + "[0-9a-f]{8}", Pattern.DOTALL);

    private InternalNames() {}

    public static RelationName candidate(RelationName published) {
        return published.renamed(name -> name + CANDIDATE);
    }

    public static RelationName retired(RelationName published) {
        return published.renamed(name -> name + RETIRED);
    }

    /** Where the rows of a change lie that a candidate shows. */
    public static RelationName staged(RelationName candidate) {
        return candidate.renamed(name -> suffixed(name, STAGED));
    }

    /** The name of a candidate while a cut of this run moves it. */
    public static RelationName inCut(RelationName candidate, String runId) {
        var hash = new CRC32();
        hash.update(runId.getBytes(StandardCharsets.UTF_8));
        return candidate.renamed(name -> name + CUT + String.format(Locale.ROOT, "%08x", hash.getValue()));
    }

    /** The candidate that has this name while a cut moves it; empty for all other relations. */
    public static Optional<RelationName> beforeCut(RelationName relation) {
        Matcher found = IN_CUT.matcher(relation.name());
        return found.matches() ? Optional.of(relation.renamed(any -> found.group(1))) : Optional.empty();
    }

    /** A name with a suffix that fits where names are shortest. */
    public static String suffixed(String name, String suffix) {
        return bytes(name) + suffix.length() <= SHORTEST_LIMIT ? name + suffix : shortened(name, suffix);
    }

    // Two long names that differ in their last letters only differ in the hash.
    private static String shortened(String name, String suffix) {
        var hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        String end = "_" + String.format(Locale.ROOT, "%08x", hash.getValue()) + suffix;
        int length = name.length();
        while (bytes(name.substring(0, length)) + end.length() > SHORTEST_LIMIT) {
            length = name.offsetByCodePoints(length, -1);
        }
        return name.substring(0, length) + end;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** @param name in the letters that we write */
    public static boolean has(String name) {
        return name.endsWith(CANDIDATE)
                || name.endsWith(STAGED)
                || name.endsWith(RETIRED)
                || IN_CUT.matcher(name).matches();
    }
}
