package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.SuggestionWords;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Group;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Source;
import dev.assay.parse.declarations.Declared;
import dev.assay.sql.Draft.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what each reference leads to. */
final class References {

    private final String project;
    private final Problems problems;
    private final Map<Wanted, Resource> targets = new HashMap<>();
    private final Map<Wanted, Resource> disabled = new HashMap<>();
    private final Unresolved unresolved;

    References(
            String project,
            List<Resource> enabled,
            List<Resource> off,
            List<Declared.KeptOut> keptOut,
            Problems problems) {
        this.project = project;
        this.problems = problems;
        enabled.forEach(resource -> wanted(resource).ifPresent(name -> targets.put(name, resource)));
        off.forEach(resource -> wanted(resource).ifPresent(name -> disabled.put(name, resource)));
        this.unresolved = new Unresolved(targets, disabled, keptOut);
    }

    /** The resource with its references resolved; those that lead nowhere are told and left open. */
    Resource resolved(Resource resource) {
        List<Reference> found = resource.references().stream()
                .map(reference -> resolved(resource, reference))
                .toList();
        return switch (resource) {
            case Model it ->
                new Model(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.relation(),
                        it.code(),
                        it.draft(),
                        found);
            case DataTest it ->
                new DataTest(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.generic(),
                        it.code(),
                        it.draft(),
                        found);
            case Analysis it ->
                new Analysis(
                        it.id(), it.name(), it.identity(), it.description(), it.config(), it.code(), it.draft(), found);
            case Exposure it ->
                new Exposure(it.id(), it.name(), it.identity(), it.description(), it.config(), it.settings(), found);
            default -> resource;
        };
    }

    /** The disabled thing that a test needs: then it is disabled, too. */
    Optional<Resource> disabledNeed(DataTest test) {
        return test.references().stream()
                .map(reference -> normal(reference.wanted()))
                .filter(wanted -> !targets.containsKey(wanted) && disabled.containsKey(wanted))
                .map(disabled::get)
                .findFirst();
    }

    private Reference resolved(Resource from, Reference reference) {
        Resource target = targets.get(normal(reference.wanted()));
        if (target == null) {
            problems.add(unresolved.problem(reference));
            return reference;
        }
        boolean asks = from instanceof Model || from instanceof Analysis || from instanceof Exposure;
        if (asks && target.config().access().equals("private") && !sameGroup(from, target)) {
            problems.add(privateTarget(reference, target));
        }
        return reference.to(target.id());
    }

    private static boolean sameGroup(Resource from, Resource target) {
        return target.config().group().isPresent()
                && target.config().group().equals(from.config().group());
    }

    private static Diagnostic privateTarget(Reference reference, Resource target) {
        String group =
                target.config().group().map(name -> "group `" + name + "`").orElse("a group that it does not name");
        return Diagnostic.error(
                        Code.PRIVATE_REF, reference.place(), "the model `" + target.name() + "` is private to " + group)
                .other(target.config().places().getOrDefault("access", target.place()), "made private here");
    }

    void checkGroups(List<Resource> enabled) {
        List<String> groups = enabled.stream()
                .filter(Group.class::isInstance)
                .map(Resource::name)
                .toList();
        for (Resource resource : enabled) {
            Optional<String> name = resource.config().group().filter(group -> !groups.contains(group));
            name.ifPresent(group -> problems.add(SuggestionWords.similar(
                    Diagnostic.error(
                            Code.UNKNOWN_GROUP,
                            resource.config().places().getOrDefault("group", resource.place()),
                            "no group is called `" + group + "`"),
                    group,
                    groups)));
        }
    }

    /** {@code ref("shop", "orders")} is {@code ref("orders")} in the project shop. */
    private Wanted normal(Wanted wanted) {
        boolean own = wanted.kind() == Wanted.Kind.REF
                && wanted.names().size() == 2
                && wanted.names().getFirst().equals(project);
        return own ? new Wanted(Wanted.Kind.REF, List.of(wanted.names().getLast())) : wanted;
    }

    private static Optional<Wanted> wanted(Resource resource) {
        return switch (resource) {
            case Relational node -> Optional.of(new Wanted(Wanted.Kind.REF, List.of(node.name())));
            case Source source ->
                Optional.of(new Wanted(Wanted.Kind.SOURCE, List.of(source.sourceName(), source.name())));
            default -> Optional.empty();
        };
    }
}
