package dev.assay.manifest;

import java.util.List;

/**
 * Where the SQL of a node lies below {@code target/compiled} and {@code target/run}: {@code shop/marts/orders.sql}. Tests
 * and analyses have a folder of their own, since they may be called as a model is.
 */
public record CompiledPath(String value) {

    // What every file system takes; the ending and a hash are added.
    private static final int LONGEST = 120;

    public static CompiledPath of(Resource resource) {
        List<String> fqn = resource.identity().fqn();
        String folder = switch (resource) {
            case DataTest test -> "/tests";
            case Analysis analysis -> "/analyses";
            default -> "";
        };
        var path = new StringBuilder(fileName(resource.identity().packageName())).append(folder);
        for (String part : fqn.subList(1, fqn.size())) {
            path.append('/').append(fileName(part));
        }
        return new CompiledPath(path.append(".sql").toString());
    }

    /** A name as a file's name: what some file system would refuse is replaced, what is too long is cut with a hash. */
    public static String fileName(String name) {
        if (isSafe(name)) {
            return name;
        }
        String safe = name.codePoints()
                .map(c -> isSafe(c) ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (safe.startsWith(".")) {
            safe = "_" + safe.substring(1);
        }
        return cut(safe) + "_" + Integer.toHexString(name.hashCode());
    }

    private static boolean isSafe(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isSafe(name.charAt(i))) {
                return false;
            }
        }
        return name.length() <= LONGEST && !name.startsWith(".");
    }

    private static boolean isSafe(int c) {
        return Character.isLetterOrDigit(c) || "_-. +@".indexOf(c) >= 0;
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
