package dev.assay.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds by their letters which macros call each other in a circle: the stack that would tell is lost when it overflows. */
record Recursion(Library library, TemplateSource main) {

    /** The call that leads back to where the circle began. */
    record Circle(String name, Position closing) {}

    /** A macro or function, by namespace and name; the main text is one without a name. */
    private record Routine(String namespace, String name) {}

    private record Use(Routine routine, Position place) {}

    private static final Pattern CALLED = Pattern.compile("(?<![\\w.])(?:(\\w+)\\.)?(\\w+)\\s*\\(");
    private static final Pattern DEFINED = Pattern.compile("^\\[#\\w+\\s+[\"']?(\\w+)");
    private static final Routine START = new Routine("", "");

    Optional<Circle> circle() {
        return from(START, uses(), new ArrayList<>(), new TreeSet<>());
    }

    private static Optional<Circle> from(
            Routine routine, Map<Routine, List<Use>> uses, List<Routine> path, Set<String> done) {
        path.add(routine);
        for (Use use : uses.getOrDefault(routine, List.of())) {
            if (path.contains(use.routine())) {
                return Optional.of(new Circle(use.routine().name(), use.place()));
            }
            if (done.add(use.routine().toString())) {
                var found = from(use.routine(), uses, path, done);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        path.removeLast();
        return Optional.empty();
    }

    private Map<Routine, List<Use>> uses() {
        var uses = new LinkedHashMap<Routine, List<Use>>();
        add("", main, uses);
        library.all().forEach(entry -> add(entry.macros().namespace(), entry.written(), uses));
        return uses;
    }

    private static void add(String namespace, TemplateSource written, Map<Routine, List<Use>> uses) {
        Routine inside = new Routine(namespace, "");
        for (Tag tag : Tags.of(written.text())) {
            if (tag.is(Tag.Kind.DIRECTIVE, "macro") || tag.is(Tag.Kind.DIRECTIVE, "function")) {
                inside = new Routine(namespace, definedBy(tag.text(written.text())));
            } else if (tag.is(Tag.Kind.END_OF_DIRECTIVE, "macro") || tag.is(Tag.Kind.END_OF_DIRECTIVE, "function")) {
                inside = new Routine(namespace, "");
            } else {
                uses.computeIfAbsent(inside, any -> new ArrayList<>()).addAll(usesIn(tag, namespace, written));
            }
        }
    }

    private static String definedBy(String tag) {
        var defined = DEFINED.matcher(tag);
        return defined.find() ? defined.group(1) : "";
    }

    private static List<Use> usesIn(Tag tag, String namespace, TemplateSource written) {
        var place = new Position(written, tag.start(), tag.end());
        var uses = new ArrayList<Use>();
        if (tag.kind() == Tag.Kind.CALL) {
            int dot = tag.name().indexOf('.');
            uses.add(use(
                    namespace,
                    dot < 0 ? null : tag.name().substring(0, dot),
                    tag.name().substring(dot + 1),
                    place));
        }
        var called = CALLED.matcher(tag.text(written.text()));
        while (called.find()) {
            uses.add(use(namespace, called.group(1), called.group(2), place));
        }
        return uses;
    }

    private static Use use(String home, String namespace, String name, Position place) {
        return new Use(new Routine(namespace == null ? home : namespace, name), place);
    }
}
