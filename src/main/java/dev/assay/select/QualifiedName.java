package dev.assay.select;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A name as the fqn method takes it: a resource's own name, or the way to it from the top, with or without the package.
 * The way may end at a folder. A part with a wildcard has to match all the rest, or, where no dot is in the name, the
 * resource's own name.
 */
final class QualifiedName implements Predicate<List<String>> {

    private final String name;
    private final List<String> parts;
    /** The number of parts before the first one with a wildcard. */
    private final int plain;

    private final Predicate<String> rest;

    QualifiedName(String name) {
        this.name = name;
        this.parts = List.of(name.split("\\.", -1));
        this.plain = IntStream.range(0, parts.size())
                .filter(i -> Glob.isPattern(parts.get(i)))
                .findFirst()
                .orElse(parts.size());
        this.rest = Glob.of(String.join(".", parts.subList(plain, parts.size())));
    }

    /** @param fqn package, folders, name */
    @Override
    public boolean test(List<String> fqn) {
        if (fqn.isEmpty()) {
            return false;
        }
        if (fqn.getLast().equals(name) || (parts.size() == 1 && plain == 0 && rest.test(fqn.getLast()))) {
            return true;
        }
        List<String> way = withoutDots(fqn);
        int packageParts =
                1 + (int) fqn.getFirst().chars().filter(c -> c == '.').count();
        return isWay(way) || isWay(way.subList(packageParts, way.size()));
    }

    private boolean isWay(List<String> way) {
        if (way.size() < parts.size() || !way.subList(0, plain).equals(parts.subList(0, plain))) {
            return false;
        }
        return plain == parts.size() || rest.test(String.join(".", way.subList(plain, way.size())));
    }

    // A dot in a name parts it like a folder.
    private static List<String> withoutDots(List<String> fqn) {
        for (String part : fqn) {
            if (part.indexOf('.') >= 0) {
                return List.of(String.join(".", fqn).split("\\.", -1));
            }
        }
        return fqn;
    }
}
