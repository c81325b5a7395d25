package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.SuggestionWords;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.parse.declarations.Declared;
import dev.assay.source.Span;
import dev.assay.sql.Draft.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words for a reference that leads nowhere. */
record Unresolved(Map<Wanted, Resource> targets, Map<Wanted, Resource> disabled, List<Declared.KeptOut> keptOut) {

    /** The kinds of left-out things that a `ref` may name. */
    private static final Set<String> RELATIONS = Set.of("snapshot", "Python model");

    Diagnostic problem(Reference reference) {
        return reference.wanted().kind() == Wanted.Kind.SOURCE ? source(reference) : ref(reference);
    }

    private Diagnostic ref(Reference reference) {
        List<String> names = reference.wanted().names();
        String name = names.getLast();
        Resource off = disabled.get(new Wanted(Wanted.Kind.REF, List.of(name)));
        if (off != null) {
            return disabled(reference, Code.UNKNOWN_REF, off);
        }
        if (names.size() == 2 && targets.containsKey(new Wanted(Wanted.Kind.REF, List.of(name)))) {
            return Diagnostic.error(
                            Code.UNKNOWN_REF,
                            reference.place(),
                            "no other project is called `" + names.getFirst() + "`")
                    .help("`" + name + "` is part of this project: write ref(\"" + name + "\")");
        }
        var problem = Diagnostic.error(
                Code.UNKNOWN_REF, reference.place(), "no model, seed or snapshot is called `" + name + "`");
        for (Declared.KeptOut left : keptOut) {
            if (left.name().equals(name) && RELATIONS.contains(left.kind())) {
                problem =
                        problem.note("`" + name + "` is a " + left.kind() + ", which this version of assay leaves out");
            }
        }
        List<String> sources = sourcesWithTable(name);
        if (!sources.isEmpty()) {
            return problem.help("a source has a table of that name: " + sources.getFirst());
        }
        return SuggestionWords.similar(
                problem,
                name,
                namesOf(Wanted.Kind.REF),
                near -> shown(near, targets.get(new Wanted(Wanted.Kind.REF, List.of(near)))));
    }

    private Diagnostic source(Reference reference) {
        List<String> names = reference.wanted().names();
        Resource off = disabled.get(reference.wanted());
        if (off != null) {
            return disabled(reference, Code.UNKNOWN_SOURCE, off);
        }
        boolean isKnown = targets.keySet().stream()
                .anyMatch(wanted -> wanted.kind() == Wanted.Kind.SOURCE
                        && wanted.names().getFirst().equals(names.getFirst()));
        String headline = isKnown
                ? "the source `" + names.getFirst() + "` has no table `" + names.getLast() + "`"
                : "no source is called `" + names.getFirst() + "`";
        var problem = Diagnostic.error(Code.UNKNOWN_SOURCE, reference.place(), headline);
        return SuggestionWords.similar(
                problem, String.join(".", names), namesOf(Wanted.Kind.SOURCE), near -> shown(near, source(near)));
    }

    private Resource source(String joined) {
        return targets.entrySet().stream()
                .filter(target -> target.getKey().kind() == Wanted.Kind.SOURCE)
                .filter(target -> String.join(".", target.getKey().names()).equals(joined))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Diagnostic disabled(Reference reference, Code code, Resource off) {
        String what = "the " + off.id().type().word() + " `" + off.name() + "` ";
        Span place = off.config().places().getOrDefault("enabled", off.place());
        // Nobody wrote `enabled` into a model that is left out because nothing is in it.
        return place.isWholeFile()
                ? Diagnostic.error(code, reference.place(), what + "is left out")
                        .other(place, "nothing is in it")
                : Diagnostic.error(code, reference.place(), what + "is disabled")
                        .other(place, "disabled here");
    }

    private List<String> sourcesWithTable(String name) {
        return targets.keySet().stream()
                .filter(wanted -> wanted.kind() == Wanted.Kind.SOURCE
                        && wanted.names().getLast().equals(name))
                .map(wanted -> "source(\"" + wanted.names().getFirst() + "\", \"" + name + "\")")
                .sorted()
                .toList();
    }

    private List<String> namesOf(Wanted.Kind kind) {
        return targets.keySet().stream()
                .filter(wanted -> wanted.kind() == kind)
                .map(wanted -> String.join(".", wanted.names()))
                .toList();
    }

    private static String shown(String name, Resource resource) {
        return "`" + name + "` (" + resource.place().file().path() + ")";
    }
}
