package dev.assay.select;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A path with wildcards, matched folder by folder: {@code models/*}{@code /staging}, {@code models/**}. It stands for a
 * file, or for all files in a folder.
 */
final class PathPattern implements Predicate<String> {

    private static final String ANY_DEPTH = "**";

    private final List<String> folders;
    private final List<Predicate<String>> matching;
    private final String plain;
    private final boolean hasWildcard;

    PathPattern(String pattern) {
        this.folders = folders(pattern);
        this.matching = folders.stream().map(Glob::of).toList();
        this.plain = String.join("/", folders);
        this.hasWildcard = Glob.isPattern(plain);
    }

    /** A pattern without wildcards, which nearly all are, is the beginning of a path. */
    @Override
    public boolean test(String path) {
        if (!hasWildcard) {
            String way = path.startsWith("/") ? path.substring(1) : path;
            return way.startsWith(plain)
                    && (plain.isEmpty() || way.length() == plain.length() || way.charAt(plain.length()) == '/');
        }
        return matchesByFolder(path);
    }

    private boolean matchesByFolder(String path) {
        List<String> names = folders(path);
        // matched[i]: whether the pattern so far fits the first i names of the path.
        var matched = new boolean[names.size() + 1];
        matched[0] = true;
        for (int i = 0; i < folders.size(); i++) {
            matched = folders.get(i).equals(ANY_DEPTH) ? anyDepth(matched) : next(matched, matching.get(i), names);
        }
        for (boolean fits : matched) {
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private static boolean[] anyDepth(boolean[] before) {
        var after = before.clone();
        for (int i = 1; i < after.length; i++) {
            after[i] |= after[i - 1];
        }
        return after;
    }

    private static boolean[] next(boolean[] before, Predicate<String> folder, List<String> names) {
        var after = new boolean[before.length];
        for (int i = 1; i < after.length; i++) {
            after[i] = before[i - 1] && folder.test(names.get(i - 1));
        }
        return after;
    }

    /** {@code ./models//staging/} means {@code models/staging}. */
    private static List<String> folders(String path) {
        return Arrays.stream(path.replace('\\', '/').split("/"))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }
}
