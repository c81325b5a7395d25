package dev.assay.project;

import dev.assay.source.Digest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one place that makes the names of environments and schemas, for create, run and drop alike.
 *
 * <p>A name has lower-case letters, digits and underscores, begins with a letter and has forty characters at most, so
 * that suffixes fit into the 63 bytes of Postgres. Two branches never share a name: what was changed to fit carries a
 * hash of what it was.
 */
public final class EnvironmentNames {

    static final int LONGEST = 40;
    private static final int HASH = 7;

    /** Names that belong to someone else; nothing is made or dropped under them. */
    private static final Set<String> PROTECTED = Set.of(
            "prod",
            "production",
            "dev",
            "main",
            "develop",
            "public",
            "assay",
            "information_schema",
            "pg_catalog",
            "pg_toast",
            "temp",
            "system",
            "default",
            "account_usage",
            "snowflake");

    private EnvironmentNames() {}

    /** {@code main} is prod, {@code develop} is dev; any other branch is a word made of its name, with a hash. */
    public static String ofBranch(String branch) {
        return switch (branch) {
            case "main" -> "prod";
            case "develop" -> "dev";
            default -> fitted(word(branch), hash(branch), "");
        };
    }

    public static String ofIssue(String object, long issue) {
        String suffix = "_issue_" + counted(issue);
        String word = word(object);
        return word.length() + suffix.length() <= LONGEST ? word + suffix : fitted(word, hash(object), suffix);
    }

    public static String ofPullRequest(long number) {
        return "pr_" + counted(number);
    }

    public static boolean isProtected(String name) {
        return PROTECTED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** As dbt has it: a model's own schema stands behind the target's. */
    public static String schema(String targetSchema, Optional<String> custom) {
        return custom.map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> targetSchema + "_" + name)
                .orElse(targetSchema);
    }

    /**
     * Where run tables go.
     *
     * @param prefix {@code OBSERVABILITY_SCHEMA_PREFIX}, where it is set
     */
    public static String qualitySchema(String targetSchema, Optional<String> configured, Optional<String> prefix) {
        String schema = configured.filter(name -> !name.isBlank()).orElse(targetSchema + "_quality");
        return prefix.map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> word.endsWith("_") ? word + schema : word + "_" + schema)
                .orElse(schema);
    }

    private static long counted(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("issues and pull requests are counted from one, not " + number);
        }
        return number;
    }

    private static String fitted(String word, String hash, String suffix) {
        String tail = "_" + hash + suffix;
        String head = word.substring(0, Math.min(word.length(), LONGEST - tail.length()));
        return head.replaceFirst("_+$", "") + tail;
    }

    private static String word(String written) {
        String word =
                written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (word.isEmpty()) {
            return "x";
        }
        return Character.isLetter(word.charAt(0)) ? word : "x_" + word;
    }

    // Begins with a letter, so that no branch is ever named like a numbered issue or pull request.
    private static String hash(String written) {
        return "h" + Digest.sha256(written).substring(0, HASH);
    }
}
