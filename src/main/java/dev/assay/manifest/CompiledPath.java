package dev.assay.manifest;

import java.util.List;
import java.util.stream.Collectors;

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
        String inner = fqn.stream().skip(1).map(CompiledPath::fileName).collect(Collectors.joining("/"));
        return new CompiledPath(fileName(resource.identity().packageName()) + folder + "/" + inner + ".sql");
    }

    /** A name as a file's name: what some file system would refuse is replaced, what is too long is cut with a hash. */
    public static String fileName(String name) {
        String safe = name.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || "_-. +@".indexOf(c) >= 0 ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (safe.startsWith(".")) {
            safe = "_" + safe.substring(1);
        }
        boolean kept = safe.equals(name) && name.length() <= LONGEST;
        return kept ? name : cut(safe) + "_" + Integer.toHexString(name.hashCode());
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
